namespace SearchIndex.Tools.SmartCn;

/// <summary>What goes into a packed lexicon. Ids count through words, special words and delimiters, in this order.</summary>
/// <param name="Words">Words of Han characters in ordinal order.</param>
/// <param name="Frequencies">The frequencies of the words, then those of the four special words.</param>
/// <param name="Delimiters">The delimiters that pairs have, ascending.</param>
/// <param name="Pairs">Per id, the pairs that it begins: ids of the seconds, ascending, and frequencies.</param>
internal sealed record LexiconContents(
    string[] Words,
    int[] Frequencies,
    char[] Delimiters,
    IReadOnlyList<IReadOnlyList<(int Second, int Frequency)>> Pairs)
{
    /// <summary>Gets the number of pairs.</summary>
    internal int PairCount => Pairs.Sum(row => row.Count);
}
