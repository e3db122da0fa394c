using SearchIndex.Engine.Analysis.Bigrams;
using SearchIndex.Engine.Analysis.Folding;
using SearchIndex.Engine.Index;
using SearchIndex.Engine.Search;

namespace SearchIndex.News.Query.Ranking;

/// <summary>
/// What a ranked text asks for, as its articles are looked at a second time: its Han characters, its pairs of them, its other words (numbers
/// and Latin letters), and how much each pair and character says. Characters go on where pairs do not meet: 中國大陸 and 大陸. All is folded.
/// Safe for several threads.
/// </summary>
internal sealed class Question
{
    /// <summary>Folded characters that hold sentences together and say nothing by themselves; their pairs do.</summary>
    private const string FunctionCharacters = "的了在是和与及于之以为有所被把对从到由而其中上下这那个此也都就并或等着过地得不一";

    /// <summary>The index knows how many articles have a pair. A character stands in about e^3.5, 33, times as many as its commonest pair.</summary>
    private const float CharacterBelowPair = 3.5f;

    private const float LeastRarity = 0.5f;

    /// <summary>The rarity of a character without a neighbour.</summary>
    private const float LoneRarity = 3f;

    // By UTF-16 unit: from 1 for the characters that count, then for function characters; 0 for all others.
    private readonly byte[] _numbers = new byte[char.MaxValue + 1];

    // By the numbers of two characters: from 1 for the pairs of the question, 0 for others.
    private readonly ushort[] _pairs;
    private readonly int _stride;
    private readonly string[] _texts;
    private readonly string[] _words;
    private readonly float[] _wordRarities;

    /// <summary>Reads texts.</summary>
    /// <param name="texts">The texts, without what makes a question of them.</param>
    /// <param name="searcher">Knows how rare pairs are.</param>
    public Question(IEnumerable<string> texts, IndexSearcher searcher)
    {
        _texts = [.. texts.Select(CharacterFold.Fold)];
        string[] terms = [.. _texts.SelectMany(TextQueries.BigramsOf).Distinct(StringComparer.Ordinal)];
        _words = [.. terms.Where(term => !HanText.StartsWithHan(term)).Take(Evidence.MaxWords)];
        _wordRarities = [.. _words.Select(word => RarityOf(word, searcher))];
        string[] pairs = [.. terms.Where(term => term.Length == 2 && HanText.StartsWithHan(term))];
        _stride = NumberCharacters() + 1;
        _pairs = new ushort[_stride * _stride];
        CharacterRarities = new float[Characters + 1];
        var rarities = new List<float> { 0 };
        foreach (string pair in pairs)
        {
            float rarity = RarityOf(pair, searcher);
            Lower(_numbers[pair[0]], rarity);
            Lower(_numbers[pair[1]], rarity);
            ref ushort number = ref _pairs[(_numbers[pair[0]] * _stride) + _numbers[pair[1]]];
            if (number == 0 && _numbers[pair[0]] > 0 && _numbers[pair[1]] > 0)
            {
                number = (ushort)rarities.Count;
                rarities.Add(rarity);
            }
        }

        PairRarities = [.. rarities];
        for (int number = 1; number <= Characters; number++)
        {
            ref float rarity = ref CharacterRarities[number];
            rarity = rarity == 0 ? LoneRarity : Math.Max(LeastRarity, rarity - CharacterBelowPair);
        }
    }

    /// <summary>Gets how many different characters count.</summary>
    public int Characters { get; private set; }

    /// <summary>Gets how rare each character is, by its number; the first place is that of all others.</summary>
    public float[] CharacterRarities { get; }

    /// <summary>Gets how rare each pair is, by its number, as BM25 counts it; the first place is that of all others.</summary>
    public float[] PairRarities { get; }

    /// <summary>Gets whether there are words that are not Han.</summary>
    public bool HasWords => _words.Length > 0;

    /// <summary>Tells whether a folded character only holds sentences together.</summary>
    public static bool IsFunction(char unit) => FunctionCharacters.Contains(unit, StringComparison.Ordinal);

    /// <summary>Returns the number of a folded character: up to <see cref="Characters"/> for one that counts, above for a function character, 0 for all others.</summary>
    public int NumberOf(char unit) => _numbers[unit];

    /// <summary>Returns the number of the pair of two characters, by theirs; 0 when the question does not have it.</summary>
    public int PairOf(int first, int second) => _pairs[(first * _stride) + second];

    /// <summary>Returns how rare words that are not Han are together.</summary>
    /// <param name="words">Their numbers, as bits.</param>
    public float RarityOfWords(ulong words)
    {
        float rarity = 0;
        for (int number = 0; number < _words.Length; number++)
        {
            rarity += (words >> number & 1) == 0 ? 0 : _wordRarities[number];
        }

        return rarity;
    }

    /// <summary>Returns the number of a word that is not Han, from 0; -1 when the question does not have it.</summary>
    public int WordOf(ReadOnlySpan<char> word)
    {
        for (int number = 0; number < _words.Length; number++)
        {
            if (word.SequenceEqual(_words[number]))
            {
                return number;
            }
        }

        return -1;
    }

    /// <summary>Tells whether the question has a run of characters.</summary>
    public bool Has(ReadOnlySpan<char> run)
    {
        foreach (string text in _texts)
        {
            if (text.AsSpan().Contains(run, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private static float RarityOf(string term, IndexSearcher searcher)
    {
        double articles = searcher.Reader.MaxDoc;
        double having = searcher.TermStatistics(new Term(ArticleSchema.Body, term)).DocFreq;
        return (float)Math.Log(1 + ((articles - having + 0.5) / (having + 0.5)));
    }

    /// <summary>Returns the highest number; those that count come first.</summary>
    private int NumberCharacters()
    {
        string characters = string.Concat(_texts.SelectMany(text => text).Where(unit => HanText.StartsWithHan([unit])).Distinct());
        foreach (char unit in characters.Where(unit => !IsFunction(unit)).Take(byte.MaxValue))
        {
            _numbers[unit] = (byte)++Characters;
        }

        int number = Characters;
        foreach (char unit in characters.Where(IsFunction).Take(byte.MaxValue - Characters))
        {
            _numbers[unit] = (byte)++number;
        }

        return number;
    }

    private void Lower(int number, float rarity)
    {
        if (number > 0 && number <= Characters)
        {
            ref float known = ref CharacterRarities[number];
            known = known == 0 ? rarity : Math.Min(known, rarity);
        }
    }
}
