namespace Sekisho.Commands.Demo;

/// <summary>One demonstration mail.</summary>
/// <param name="What">What it shows, for the person at the terminal.</param>
/// <param name="Message">The mail as it goes over the wire, lines ended by CRLF.</param>
internal sealed record SampleMail(string What, string Sender, string Recipient, byte[] Message);
