namespace Sekisho.Gate.Smtp;

/// <summary>The peer broke the protocol in a way after which nothing it says can be trusted: reply and hang up.</summary>
internal sealed class SmtpProtocolException(string reply) : Exception(reply)
{
    public string Reply => Message;
}
