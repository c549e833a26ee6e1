namespace Sekisho.Gate;

/// <summary>A next server: host name or address, and port.</summary>
public sealed record MailRoute(string Host, int Port);
