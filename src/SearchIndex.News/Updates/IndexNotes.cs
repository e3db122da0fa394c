using System.Globalization;
using SearchIndex.Engine.Store;

namespace SearchIndex.News.Updates;

/// <summary>The notes of a commit of the news index.</summary>
internal static class IndexNotes
{
    /// <summary>The key of the note with the options that made the commit, as the command line says them.</summary>
    public const string OptionsKey = "options";

    /// <summary>Writes the manifest to stable storage, and returns the notes that go with it.</summary>
    /// <param name="directory">The index.</param>
    /// <param name="manifest">What the index is made of.</param>
    /// <param name="options">The options that made it.</param>
    /// <param name="reproducible">Whether nothing may tell of time or place.</param>
    public static Dictionary<string, string> Write(IndexDirectory directory, ArchiveManifest manifest, string options, bool reproducible)
    {
        var notes = new Dictionary<string, string>
        {
            [OptionsKey] = options,
            [NewsIndexer.CopiesKey] = manifest.Copies.ToString(CultureInfo.InvariantCulture),
            [NewsIndexer.ProblemsKey] = manifest.Problems.ToString(CultureInfo.InvariantCulture),
        };
        if (!reproducible)
        {
            notes[NewsIndexer.BuiltAtKey] = TimeProvider.System.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        }

        IndexVersions.Note(notes);
        ManifestFile.Write(directory, reproducible ? NamelessRoots.Hide(manifest) : manifest, notes);
        return notes;
    }
}
