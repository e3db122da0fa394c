using System.Buffers;
using System.Text;
using SearchIndex.Engine.Analysis;
using SearchIndex.Engine.Codecs;
using SearchIndex.Engine.Index;

namespace SearchIndex.News.Suggestions;

/// <summary>The names that articles themselves show: of persons behind their offices, and of whatever the lexicon does not know in titles and leads.</summary>
internal static class MinedEntries
{
    private const int MinCount = 2;

    /// <summary>How often an unknown name must come; what comes twice in few articles is no chance.</summary>
    private const int MinRuns = 3;
    private const int MinRunsOfFew = 2;
    private const int FewArticles = 1_000;

    /// <summary>The share of the articles with a name that have a longer one around it, from which on only that is the name.</summary>
    private const double MostlyLonger = 0.9;

    /// <summary>How many times as frequent a known name is that a longer text only begins or ends with: 拜登胜选 is none.</summary>
    private const int TimesAsFrequent = 5;

    /// <summary>Characters that names do not begin or end with.</summary>
    private static readonly SearchValues<char> NoName = SearchValues.Create("的了在与及被将对称说是也而或把让吗呢这那");

    /// <summary>Adds the entries.</summary>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static void AddTo(EntrySet entries, IEnumerable<SegmentScan> scans, DirectoryReader reader, TextCounts counts, CancellationToken cancellation)
    {
        var persons = new PersonNameScanner();
        var runs = new UnknownRuns();
        foreach (SegmentScan scan in scans)
        {
            persons.Add(scan.Persons);
            runs.Add(scan.Runs);
        }

        TermsEnum[] words = [.. reader.Leaves.Select(leaf => leaf.Reader.Terms(ArticleSchema.BodyWords)).OfType<Terms>().Select(terms => terms.Iterator())];
        IEnumerable<string> names = persons.Names(MinCount, text => IsWord(text, words)).Where(BeginsWithSurname).Concat(runs.Names(reader.NumDocs < FewArticles ? MinRunsOfFew : MinRuns));
        var found = new Dictionary<string, SuggestionEntry>(StringComparer.Ordinal);
        foreach (string name in names.Where(name => !entries.HasTerm(name) && !IsWord(name, words)))
        {
            cancellation.ThrowIfCancellationRequested();
            (int articles, int titles) = counts.Of(name);
            if (articles >= MinCount && !NoName.Contains(name[0]) && !NoName.Contains(name[^1]))
            {
                found[name] = new SuggestionEntry(name, SuggestionKind.Name, articles, titles);
            }
        }

        foreach (SuggestionEntry name in WithoutPieces(found).OrderBy(name => name.Key.Length))
        {
            if (!ExtendsKnownName(name, entries))
            {
                entries.Add(name);
            }
        }
    }

    private static bool ExtendsKnownName(SuggestionEntry name, EntrySet entries)
    {
        for (int length = 2; length < name.Key.Length; length++)
        {
            int most = Math.Max(entries.ArticlesOfName(name.Key[..length]), entries.ArticlesOfName(name.Key[^length..]));
            if (most >= TimesAsFrequent * name.Articles)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Leaves out what is mostly a piece of a longer name: 林郑月 of 林郑月娥.</summary>
    private static IEnumerable<SuggestionEntry> WithoutPieces(Dictionary<string, SuggestionEntry> found)
    {
        var pieces = new HashSet<string>(StringComparer.Ordinal);
        foreach (SuggestionEntry whole in found.Values)
        {
            foreach (string piece in new[] { whole.Key[..^1], whole.Key[1..] })
            {
                if (found.TryGetValue(piece, out SuggestionEntry? part) && whole.Articles >= MostlyLonger * part.Articles)
                {
                    pieces.Add(piece);
                }
            }
        }

        return found.Values.Where(entry => !pieces.Contains(entry.Key));
    }

    private static bool IsWord(string text, TermsEnum[] words)
    {
        byte[] term = Encoding.UTF8.GetBytes(text);
        return Array.Exists(words, terms => terms.SeekExact(term));
    }

    /// <summary>What the segmenter begins with a longer word than the surname is none of a name: 高级|官 but 林|芳|正.</summary>
    private static bool BeginsWithSurname(string name)
    {
        const int longestSurname = 2;
        TokenStream words = ArticleSchema.WordAnalyzer.CreateTokenStream(ArticleSchema.BodyWords);
        words.Reset(name.AsMemory());
        return words.IncrementToken() && (words.EndOffset == 1 || (name.Length > longestSurname + 1 && words.EndOffset == longestSurname));
    }
}
