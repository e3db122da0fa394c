namespace SearchIndex.Engine.Analysis.SmartCn;

/// <summary>
/// A string that some word of the lexicon begins with. Words are in ordinal order, so those that begin with it are neighbours,
/// and when it is a word itself it is the first of them.
/// </summary>
internal readonly struct WordPrefix
{
    private const int IsWordBit = 1;
    private const int HasLongerBit = 2;
    private const int FlagBits = 2;
    private const int NoPrefix = -1;

    private readonly int _packed;

    private WordPrefix(int packed)
    {
        _packed = packed;
    }

    internal WordPrefix(int firstId, bool isWord, bool hasLonger)
        : this((firstId << FlagBits) | (isWord ? IsWordBit : 0) | (hasLonger ? HasLongerBit : 0))
    {
    }

    /// <summary>Gets the value that says that no word begins so.</summary>
    internal static WordPrefix None => new(NoPrefix);

    /// <summary>Gets whether some word begins so.</summary>
    internal bool Exists => _packed != NoPrefix;

    /// <summary>Gets the id of the first word that begins so.</summary>
    internal int FirstId => _packed >> FlagBits;

    /// <summary>Gets whether it is a word itself, the one of <see cref="FirstId"/>.</summary>
    internal bool IsWord => (_packed & IsWordBit) != 0;

    /// <summary>Gets whether some word begins so and is longer.</summary>
    internal bool HasLonger => (_packed & HasLongerBit) != 0;

    /// <summary>Gets it as a number of 19 bits for words of 17-bit ids.</summary>
    internal uint Packed => (uint)_packed;

    /// <summary>Reads what <see cref="Packed"/> gave.</summary>
    internal static WordPrefix FromPacked(uint packed) => new((int)packed);
}
