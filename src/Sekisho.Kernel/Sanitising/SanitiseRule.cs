namespace Sekisho.Kernel.Sanitising;

/// <summary>Choices for one direction and class of senders; what is null holds for all.</summary>
/// <param name="From">Code of the zone the file comes from.</param>
/// <param name="To">Code of the zone it goes to.</param>
/// <param name="Sender">Class of the sender; <see cref="SanitisePolicy.Others"/> for who is in none.</param>
/// <param name="Choices">"links" or "pdf.links" to its word; levels joined by commas.</param>
public sealed record SanitiseRule(string? From, string? To, string? Sender, IReadOnlyDictionary<string, string> Choices);
