namespace SearchIndex.Engine.Analysis.SmartCn;

/// <summary>A piece of a sentence that may be a word.</summary>
/// <param name="Start">Its first unit in the sentence.</param>
/// <param name="End">The unit behind it.</param>
/// <param name="Id">Its number in the lexicon.</param>
/// <param name="Kind">How it becomes a token.</param>
internal readonly record struct WordNode(int Start, int End, int Id, NodeKind Kind);
