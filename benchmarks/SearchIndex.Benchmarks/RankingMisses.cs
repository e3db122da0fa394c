using SearchIndex.Engine.Analysis.Folding;
using SearchIndex.Engine.Index;
using SearchIndex.News;
using SearchIndex.News.Query;

namespace SearchIndex.Benchmarks;

/// <summary>
/// Why is the answer of a question not first? The text that stands first is compared with the answer by four counts of what they have of the
/// question: its characters, its pairs of characters, its longest run, and its characters close together.
/// </summary>
/// <param name="reader">The index.</param>
/// <param name="ranking">Ranks the articles.</param>
internal sealed class RankingMisses(DirectoryReader reader, QuestionRanking ranking)
{
    private const int Window = 30;

    /// <summary>Prints how many answers of each set are not first, by class.</summary>
    public void Print((string Set, string Text, int Answer)[] questions)
    {
        var classes = new MissClass[questions.Length];
        Parallel.For(0, questions.Length, index => classes[index] = ClassOf(questions[index].Text, questions[index].Answer));
        Console.WriteLine("\nset\tquestions\t" + string.Join('\t', Enum.GetNames<MissClass>()));
        foreach (QuerySet set in RetrievalKit.Sets)
        {
            MissClass[] ofSet = [.. classes.Where((_, index) => questions[index].Set == set.Name)];
            IEnumerable<int> counts = Enum.GetValues<MissClass>().Select(kind => ofSet.Count(found => found == kind));
            Console.WriteLine($"{set.Name}\t{ofSet.Length}\t{string.Join('\t', counts)}");
        }
    }

    private MissClass ClassOf(string question, int answer)
    {
        IReadOnlyList<int> found = ranking.Find(question);
        if (found.Count > 0 && found[0] == answer)
        {
            return MissClass.First;
        }

        if (!found.Contains(answer))
        {
            return MissClass.NotFound;
        }

        string asked = CharacterFold.Fold(QuestionWords.Remove(question));
        int[] winner = EvidenceIn(asked, TextOf(found[0]));
        int[] right = EvidenceIn(asked, TextOf(answer));
        bool winnerHasMore = winner.Zip(right).Any(pair => pair.First > pair.Second);
        bool answerHasMore = winner.Zip(right).Any(pair => pair.First < pair.Second);
        return (winnerHasMore, answerHasMore) switch
        {
            (true, false) => MissClass.WinnerHasMore,
            (false, true) => MissClass.AnswerHasMore,
            (false, false) => MissClass.Equal,
            _ => MissClass.Mixed,
        };
    }

    private static int[] EvidenceIn(string asked, string text)
    {
        char[] characters = [.. asked.Where(char.IsLetterOrDigit).Distinct()];
        IEnumerable<string> pairs = Enumerable.Range(0, Math.Max(0, asked.Length - 1))
            .Select(at => asked.Substring(at, 2))
            .Where(pair => pair.All(char.IsLetterOrDigit))
            .Distinct();
        return
        [
            characters.Count(text.Contains),
            pairs.Count(pair => text.Contains(pair, StringComparison.Ordinal)),
            LongestRun(asked, text),
            new Closeness([asked], Window).In(text),
        ];
    }

    private static int LongestRun(string asked, string text)
    {
        int longest = 0;
        for (int start = 0; start < asked.Length; start++)
        {
            while (start + longest < asked.Length
                && char.IsLetterOrDigit(asked[start + longest])
                && text.Contains(asked.Substring(start, longest + 1), StringComparison.Ordinal))
            {
                longest++;
            }
        }

        return longest;
    }

    private string TextOf(int doc)
    {
        var article = new StoredArticle();
        reader.VisitDocument(doc, article);
        return CharacterFold.Fold(article.Title + "\n" + article.Body);
    }
}
