namespace Sekisho.Gate.Intake;

/// <summary>The number of a mail: "M-" and 16 characters of a random id. Not guessable, short enough to read over the telephone.</summary>
internal static class MailNumber
{
    // Without letters and digits that look alike.
    private const string Alphabet = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

    public static string Of(Guid id) => "M-" + string.Concat(id.ToByteArray().Select(b => Alphabet[b % Alphabet.Length]));
}
