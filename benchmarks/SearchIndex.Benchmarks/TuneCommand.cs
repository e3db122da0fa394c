using System.CommandLine;
using SearchIndex.Benchmarks.Tuning;
using SearchIndex.Engine.Codecs.Lucene87;
using SearchIndex.Engine.Index;
using SearchIndex.Engine.Store;
using SearchIndex.News;

namespace SearchIndex.Benchmarks;

/// <summary>
/// Which weights rank best? Over the kit's passages with news as distractors: the weights of the query, then those of the second look at its
/// first hits. Printed: MRR@10 by set for all that was tried. Left out: speed.
/// </summary>
internal static class TuneCommand
{
    public static Command Create()
    {
        var kitFolder = new Argument<string>("kit") { Description = "the folder of the retrieval kit" };
        var command = new Command("tune", "finds the weights of the ranking on the retrieval kit") { kitFolder };
        command.SetAction(parse => Run(parse.GetValue(kitFolder)!));
        return command;
    }

    private static int Run(string kitFolder)
    {
        var kit = new RetrievalKit(kitFolder);
        string news = TarArchive.Unpack(kit.NewsArchive);
        string indexFolder = Directory.CreateTempSubdirectory("searchindex-bench-").FullName;
        try
        {
            KitIndex.Build(kit, [news], indexFolder);
            using var directory = new FSDirectory(indexFolder);
            using DirectoryReader reader = DirectoryReader.Open(directory, Lucene87Codec.Instance);
            KitQuestion[] questions = QuestionsOf(kit, reader);
            FirstLook.Print(reader, questions);
            Console.WriteLine();
            SecondLook.Print(reader, questions);
            return 0;
        }
        finally
        {
            Directory.Delete(news, recursive: true);
            Directory.Delete(indexFolder, recursive: true);
        }
    }

    private static KitQuestion[] QuestionsOf(RetrievalKit kit, DirectoryReader reader)
    {
        var docs = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int doc = 0; doc < reader.MaxDoc; doc++)
        {
            var article = new StoredArticle();
            reader.VisitDocument(doc, article);
            docs.Add(article.Id, doc);
        }

        Dictionary<string, string> answers = kit.Answers();
        return [.. RetrievalKit.Sets.SelectMany(set => kit.Questions(set).Select(question => new KitQuestion(set.Name, question.Text, docs[answers[question.Id]])))];
    }
}
