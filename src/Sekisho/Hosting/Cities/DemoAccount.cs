namespace Sekisho.Hosting.Cities;

/// <summary>One demonstration account as the start screen prints it.</summary>
/// <param name="Password">Made at first start, different in every installation.</param>
/// <param name="Role">What the person is in the city, in words.</param>
/// <param name="PersonId">Null for the administrator, who is nobody of the city.</param>
internal sealed record DemoAccount(string Login, string Password, string Role, string Name, string? PersonId);
