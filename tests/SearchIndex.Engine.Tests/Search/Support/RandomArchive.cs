using System.Globalization;

namespace SearchIndex.Engine.Tests.Search.Support;

/// <summary>Makes up documents and the index of them, in several segments and with deleted documents.</summary>
internal sealed class RandomArchive : IDisposable
{
    private const int Words = 24;

    private static readonly string LastWord = Words.ToString("x2", CultureInfo.InvariantCulture);

    public RandomArchive(Random random, int count, TestIndex? index = null)
    {
        Index = index ?? new TestIndex();
        var deleted = new HashSet<int>();
        for (int doc = 0; doc < count; doc++)
        {
            Dictionary<string, string> document = MakeDocument(random);
            Documents.Add(document);
            Index.Add([.. document.Select(field => (field.Key, field.Value))]);
            if (random.Next(count / 4) == 0)
            {
                Index.EndSegment();
            }

            if (random.Next(8) == 0)
            {
                deleted.Add(doc);
            }
        }

        Index.Delete(deleted);
        Oracle = new BruteForce(Documents, deleted);
    }

    public List<Dictionary<string, string>> Documents { get; } = [];

    public TestIndex Index { get; }

    public BruteForce Oracle { get; }

    /// <summary>Returns a word; small numbers are frequent, and the last one is in no document.</summary>
    public static string Word(Random random)
    {
        int number = Math.Min(random.Next(Words + 1), random.Next(Words + 1));
        return number.ToString("x2", CultureInfo.InvariantCulture);
    }

    public void Dispose() => Index.Dispose();

    private static Dictionary<string, string> MakeDocument(Random random)
    {
        var document = new Dictionary<string, string>();
        if (random.Next(10) > 0)
        {
            document["body"] = MakeText(random, random.Next(1, 30));
        }

        if (random.Next(3) > 0)
        {
            document["title"] = MakeText(random, random.Next(1, 5));
        }

        if (random.Next(3) > 0)
        {
            document["n"] = random.Next(-5, 6).ToString(CultureInfo.InvariantCulture);
        }

        return document;
    }

    private static string MakeText(Random random, int words) =>
        string.Join(' ', Enumerable.Range(0, words).Select(_ => Word(random)).Where(word => word != LastWord));
}
