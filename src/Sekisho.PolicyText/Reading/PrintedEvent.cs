using Sekisho.Kernel.Clauses;

namespace Sekisho.PolicyText.Reading;

/// <summary>A date of the document's own history as the text prints it.</summary>
/// <param name="Event">enacted, revised, fully_revised, effective, supersedes, or dated where the text says no word.</param>
/// <param name="Date">yyyy-MM-dd, or yyyy-MM where no day is printed; empty where only a number is printed.</param>
/// <param name="Number">訓令第3号 and the like, white space taken out; empty where none is printed.</param>
/// <param name="Path">The clause that prints it.</param>
public sealed record PrintedEvent(string Event, string Date, string Number, ClauseRef Path);
