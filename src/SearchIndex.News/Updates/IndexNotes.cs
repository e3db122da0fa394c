using System.Globalization;
using SearchIndex.Engine.Store;

namespace SearchIndex.News.Updates;

/// <summary>The notes of a commit of the news index.</summary>
internal static class IndexNotes
{
    /// <summary>Writes the manifest to stable storage, and returns the notes that go with it.</summary>
    public static Dictionary<string, string> Write(IndexDirectory directory, ArchiveManifest manifest)
    {
        var notes = new Dictionary<string, string>
        {
            [NewsIndexer.BuiltAtKey] = TimeProvider.System.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
            [NewsIndexer.CopiesKey] = manifest.Copies.ToString(CultureInfo.InvariantCulture),
            [NewsIndexer.ProblemsKey] = manifest.Problems.ToString(CultureInfo.InvariantCulture),
        };
        IndexVersions.Note(notes);
        ManifestFile.Write(directory, manifest, notes);
        return notes;
    }
}
