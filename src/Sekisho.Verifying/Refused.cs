namespace Sekisho.Verifying;

/// <summary>The structure is not one our writers make; ends the reading. Never leaves this project.</summary>
internal sealed class Refused(string place) : Exception("Not one of our outputs: " + place)
{
    internal string Place { get; } = place;
}
