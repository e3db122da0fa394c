using SearchIndex.Engine.Analysis.Folding;
using SearchIndex.News.Query;
using SearchIndex.News.Suggestions;
using SearchIndex.News.Variants;

namespace SearchIndex.Benchmarks.Suggesting;

/// <summary>Makes what is typed: beginnings of titles and names, pinyin of names, and names with slips.</summary>
internal sealed class SuggestTexts
{
    private const int MinArticles = 3;
    private const int Titles = 1_000;
    private const int MinTitle = 4;
    private const int MaxTitle = 10;
    private const int Attempts = 20;

    private readonly Random _random;
    private readonly string[] _titles;
    private readonly string[] _names;

    public SuggestTexts(NewsSearcher searcher, string? kit, Random random)
    {
        _random = random;
        _titles = [.. AllTitles(searcher)];
        IEnumerable<string> names = kit is not null
            ? new RetrievalKit(kit).Names().Select(name => name.Simplified)
            : VariantTable.Embedded.Groups.Where(group => group.Kind is VariantKind.Person or VariantKind.Place).Select(group => group.Forms[0].Text);
        _names = [.. names.Select(CharacterFold.Fold).Where(IsHanName).Distinct().Where(name => ArticlesOf(searcher, name) >= MinArticles)];
        Console.WriteLine($"names: {_names.Length}, titles: {_titles.Length}");
    }

    /// <summary>Returns beginnings: a third of titles, a third of names, a third of pinyin and initials.</summary>
    public IEnumerable<TypedPrefix> Prefixes(int count)
    {
        for (int number = 0; number < count; number++)
        {
            string name = _names[_random.Next(_names.Length)];
            switch (number % 6)
            {
                case 0 or 1:
                    string title = _titles[_random.Next(_titles.Length)];
                    yield return new TypedPrefix("title, 4–10 characters", title[.._random.Next(MinTitle, MaxTitle + 1)], title);
                    break;
                case 2 or 3:
                    yield return new TypedPrefix("name, all but its last character", name[..^1], name);
                    break;
                case 4:
                    yield return new TypedPrefix("name, pinyin", string.Concat(name.Select(SyllableOf)), name);
                    break;
                default:
                    yield return new TypedPrefix("name, initials of pinyin", string.Concat(name.Select(character => SyllableOf(character)[0])), name);
                    break;
            }
        }
    }

    /// <summary>Returns names with one slip each, as many of each rule.</summary>
    public IEnumerable<Misspelling> Misspellings(int count)
    {
        Func<string, Misspelling?>[] rules = [Homophone, LookAlike, Dropped, Doubled, Swapped];
        string[] names = [.. _names.Where(name => name.Length >= 3)];
        for (int number = 0; number < count; number++)
        {
            Misspelling? made = null;
            for (int attempt = 0; attempt < Attempts && made is null; attempt++)
            {
                made = rules[number % rules.Length](names[_random.Next(names.Length)]);
            }

            if (made is not null)
            {
                yield return made;
            }
        }
    }

    private static IEnumerable<string> AllTitles(NewsSearcher searcher)
    {
        for (int page = 1; page <= Titles / SearchRequest.MaxSize; page++)
        {
            var request = new SearchRequest { Query = string.Empty, Page = page, Size = SearchRequest.MaxSize, Sort = SortOrder.Oldest };
            foreach (SearchHit hit in searcher.Search(request).Hits.Where(hit => hit.Title.Length > MaxTitle))
            {
                yield return hit.Title;
            }
        }
    }

    private static int ArticlesOf(NewsSearcher searcher, string name) =>
        searcher.Search(new SearchRequest { Query = $"\"{name}\"", Size = 1, Variants = false }).Articles;

    private static bool IsHanName(string name) =>
        name.Length is >= 2 and <= 8 && name.All(character => PinyinTable.Embedded.ReadingsOf(character).Length > 0);

    private static string SyllableOf(char character) => PinyinTable.Embedded.ReadingsOf(character)[0];

    private Misspelling? Homophone(string name) =>
        Substituted("homophone", name, at => string.Concat(PinyinTable.Embedded.HomophonesOf(name[at]).Take(10)));

    private Misspelling? LookAlike(string name) => Substituted("look-alike", name, at => LookAlikes.Embedded.Of(name[at]));

    private Misspelling? Substituted(string rule, string name, Func<int, string> othersAt)
    {
        int at = _random.Next(name.Length);
        string others = othersAt(at);
        return others.Length == 0 ? null : new Misspelling(rule, name[..at] + others[_random.Next(others.Length)] + name[(at + 1)..], name);
    }

    /// <summary>A name without its first or last character is a piece of it and finds its articles anyway.</summary>
    private Misspelling Dropped(string name) => new("dropped", name.Remove(_random.Next(1, name.Length - 1), 1), name);

    private Misspelling Doubled(string name)
    {
        int at = _random.Next(name.Length);
        return new Misspelling("doubled", name.Insert(at, name[at].ToString()), name);
    }

    private Misspelling? Swapped(string name)
    {
        int at = _random.Next(1, name.Length);
        return name[at] == name[at - 1] ? null : new Misspelling("swapped", name[..(at - 1)] + name[at] + name[at - 1] + name[(at + 1)..], name);
    }
}
