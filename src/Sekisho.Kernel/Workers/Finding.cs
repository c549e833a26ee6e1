namespace Sekisho.Kernel.Workers;

/// <summary>
/// One thing the sanitiser saw: the rule of the sanitising matrix, what was done, where, and how often. Crosses the worker's pipe,
/// so every string in it is bounded and shown only through an encoder (law E6). The sentence is chosen by rule id on our side,
/// never taken from the worker.
/// </summary>
/// <param name="Rule">Matrix row, e.g. "OX-04".</param>
/// <param name="Action">What was done with the element.</param>
/// <param name="Place">Where: part path, entry name, page; at most 200 characters, control characters made visible.</param>
/// <param name="Count">How many times, at least 1.</param>
/// <param name="Arguments">Values for the sentence's {…} places, at most 8, each at most 200 characters.</param>
public sealed record Finding(string Rule, FindingAction Action, string Place, int Count, IReadOnlyDictionary<string, string> Arguments);
