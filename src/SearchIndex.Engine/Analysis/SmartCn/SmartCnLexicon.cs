using System.Runtime.CompilerServices;

namespace SearchIndex.Engine.Analysis.SmartCn;

/// <summary>
/// What the word graph looks up: which strings are words, and what it costs to put one behind another. Made once from the
/// embedded <see cref="PackedLexicon"/>, never changed, and so safe for several threads.
/// </summary>
internal sealed class SmartCnLexicon
{
    private const string ResourceName = "SearchIndex.Engine.Analysis.SmartCn.lexicon.br";

    private static readonly Lazy<SmartCnLexicon> Loaded = new(() => new SmartCnLexicon(PackedLexicon.Parse(ReadPacked())));

    // Ids behind those of the packed lexicon, for text that it does not hold: frequency 0, and that of delimiters.
    private readonly int _unknownCharacterId;
    private readonly int _unknownDelimiterId;
    private readonly int _specialWordStart;
    private readonly int[] _idOfUnit = new int[char.MaxValue + 1];

    private SmartCnLexicon(PackedLexicon packed)
    {
        _unknownCharacterId = packed.EntryCount;
        _unknownDelimiterId = packed.EntryCount + 1;
        _specialWordStart = packed.WordCount;
        Prefixes = new PrefixTable(packed);
        Pairs = new PairTable(packed, 0, PackedLexicon.MaxFrequency);
        FillIdsOfUnits(packed);
    }

    /// <summary>Gets the one lexicon of this process; it is unpacked when first asked for.</summary>
    internal static SmartCnLexicon Shared => Loaded.Value;

    /// <summary>Gets the words.</summary>
    internal PrefixTable Prefixes { get; }

    /// <summary>Gets the costs of pairs of ids.</summary>
    internal PairTable Pairs { get; }

    /// <summary>Reads the packed form that is part of this assembly.</summary>
    internal static byte[] ReadPacked() => EmbeddedResource.ReadBrotli(ResourceName);

    /// <summary>Returns the id of a word of one unit, a Han character, half of a pair or a delimiter, be it known or not.</summary>
    internal int IdOf(char unit) => _idOfUnit[unit];

    /// <summary>Returns the id of a special word.</summary>
    internal int IdOf(SpecialWord word) => _specialWordStart + (int)word;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)] // It runs once, before the first answer.
    private void FillIdsOfUnits(PackedLexicon packed)
    {
        for (int unit = 0; unit < _idOfUnit.Length; unit++)
        {
            bool isDelimiter = CharacterTypes.OfUnit[unit] == CharacterType.Delimiter;
            _idOfUnit[unit] = isDelimiter ? _unknownDelimiterId : _unknownCharacterId;
        }

        for (int id = 0; id < packed.WordCount; id++)
        {
            if (packed.Word(id).Length == 1)
            {
                _idOfUnit[packed.Word(id)[0]] = id;
            }
        }

        int firstDelimiterId = packed.EntryCount - packed.Delimiters.Length;
        for (int index = 0; index < packed.Delimiters.Length; index++)
        {
            _idOfUnit[packed.Delimiters[index]] = firstDelimiterId + index;
        }
    }
}
