namespace Sekisho.Gate.Smtp;

/// <summary>One mail as the listener took it from a peer, before anything of it was looked at. <see cref="Bytes"/> is hostile.</summary>
/// <param name="Peer">Address of the peer, as text.</param>
/// <param name="Helo">What the peer called itself; unchecked, at most 255 characters.</param>
/// <param name="Sender">Envelope sender; empty for a bounce.</param>
/// <param name="Recipients">Envelope recipients the allow list accepted, in order, without doubles.</param>
/// <param name="Bytes">The message with dots unstuffed, every line ended by CRLF.</param>
/// <param name="Tls">True when the bytes came over TLS.</param>
internal sealed record IncomingMail(
    string Peer, string Helo, string Sender, IReadOnlyList<string> Recipients, byte[] Bytes, DateTimeOffset ReceivedAt, bool Tls);
