using SearchIndex.Engine.Codecs;
using SearchIndex.Engine.Index;
using SearchIndex.Engine.Store;
using SearchIndex.News;
using SearchIndex.News.Query;
using SearchIndex.Server.Collections;

namespace SearchIndex.Server.Diagnosis;

/// <summary>Is there an index, is it sound, and can it be brought up to date?</summary>
internal static class IndexFindings
{
    private const string Part = "index";
    private const string Rebuild = "build it with: searchindex rebuild PATH --index DIR";

    public static IEnumerable<Finding> Of(CollectionOptions options, bool readAll, CancellationToken cancellation)
    {
        string folder = options.IndexFolder;
        if (Opening(folder) is { } fault)
        {
            return [fault];
        }

        var findings = new List<Finding> { Finding.Good(Part, Describe(folder)) };
        if (!Directory.EnumerateFiles(folder, "manifest-*").Any())
        {
            findings.Add(Finding.Warning(
                Part, "the manifest is missing, which says what files the index was made of: it can be searched, but not brought up to date", Rebuild));
        }

        if (Writer(folder) is { } writer)
        {
            findings.Add(writer);
        }

        if (readAll)
        {
            findings.Add(Whole(folder, cancellation));
        }

        return findings;
    }

    private static Finding? Opening(string folder)
    {
        if (File.Exists(folder))
        {
            return Finding.Fault(Part, $"{folder} is a file", "name the folder of the index");
        }

        try
        {
            NewsSearcher.Open(folder).Dispose();
            return null;
        }
        catch (IndexNotFoundException problem)
        {
            return Finding.Fault(Part, problem.Message, Rebuild);
        }
        catch (Exception problem) when (problem is IndexFormatTooOldException or IndexFormatTooNewException or NotSupportedException)
        {
            return Finding.Fault(Part, problem.Message, "this program reads Lucene 8.7 and 8.8; " + Rebuild);
        }
        catch (CorruptIndexException problem)
        {
            return Finding.Fault(Part, $"it is damaged: {problem.Message}", "see: searchindex verify; restore a snapshot, repair it with 'searchindex verify --repair', or " + Rebuild);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return Finding.Fault(Part, $"it cannot be read: {problem.Message}", "let the user of the service read the folder and its files");
        }
    }

    private static string Describe(string folder)
    {
        using NewsSearcher searcher = NewsSearcher.Open(folder);
        return $"{searcher.Stats().Articles} articles, generation {searcher.Generation}, in {folder}";
    }

    private static Finding? Writer(string folder)
    {
        if (!File.Exists(Path.Combine(folder, IndexFileNames.WriteLock)))
        {
            return null;
        }

        try
        {
            using var directory = new FSDirectory(folder);
            directory.ObtainLock(IndexFileNames.WriteLock).Dispose();
            return null;
        }
        catch (LockObtainFailedException problem)
        {
            return Finding.Warning(Part, problem.Message, "wait for it: a second writer would be refused");
        }
        catch (UnauthorizedAccessException)
        {
            return null; // Whether the folder can be written is another question.
        }
    }

    private static Finding Whole(string folder, CancellationToken cancellation)
    {
        IndexCheck check = NewsIndexer.Verify(folder, cancellation);
        string last = check.Lines.Count > 0 ? check.Lines[^1] : string.Empty;
        return check.Verdict switch
        {
            CheckVerdict.Clean => Finding.Good(Part, "it was read whole and is sound"),
            CheckVerdict.Drift => Finding.Warning(Part, $"it is sound, but something is there that should not be: {last}", "see: searchindex verify"),
            _ => Finding.Fault(Part, $"it is damaged: {last}", "see: searchindex verify; restore a snapshot, or repair it with 'searchindex verify --repair'"),
        };
    }
}
