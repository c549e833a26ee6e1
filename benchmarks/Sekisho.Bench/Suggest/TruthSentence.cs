using Sekisho.Conformity.Suggesting;
using Sekisho.PolicyText.Reading;

namespace Sekisho.Bench.Suggest;

/// <summary>A sentence, what was read of it, and what people say of it: controls, strengths, roles of its rows.</summary>
internal sealed record TruthSentence(ReadSentence Read, SentencePlace Place, IReadOnlyList<string> Controls, IReadOnlySet<string> Strengths, IReadOnlySet<string> Roles);
