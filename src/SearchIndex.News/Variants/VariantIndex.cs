using SearchIndex.Engine.Codecs.Lucene87;
using SearchIndex.Engine.Index;
using SearchIndex.Engine.Search;
using SearchIndex.Engine.Store;
using SearchIndex.News.Query;
using SearchIndex.News.Query.Language;
using EngineQuery = SearchIndex.Engine.Search.Query;

namespace SearchIndex.News.Variants;

/// <summary>One commit of an index, as the work on the file of variants needs it: how often a form occurs, and the bodies to mine.</summary>
public sealed class VariantIndex : IDisposable
{
    private readonly FSDirectory _directory;
    private readonly DirectoryReader _reader;
    private readonly IndexSearcher _searcher;

    private VariantIndex(FSDirectory directory)
    {
        _directory = directory;
        _reader = DirectoryReader.Open(directory, Lucene87Codec.Instance);
        _searcher = new IndexSearcher(_reader);
    }

    /// <summary>Opens the newest commit of a folder.</summary>
    /// <exception cref="IndexNotFoundException">The folder holds no index, or is not there.</exception>
    /// <exception cref="CorruptIndexException">The index is damaged.</exception>
    public static VariantIndex Open(string indexFolder)
    {
        ArgumentException.ThrowIfNullOrEmpty(indexFolder);
        if (!Directory.Exists(indexFolder))
        {
            throw new IndexNotFoundException($"there is no index in {indexFolder}: the folder does not exist");
        }

        var directory = new FSDirectory(indexFolder);
        try
        {
            return new VariantIndex(directory);
        }
        catch
        {
            directory.Dispose();
            throw;
        }
    }

    /// <summary>Counts the articles that have a form as contiguous text in their title or body, in either script, and not only within its longer words.</summary>
    public int CountArticles(VariantForm form, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(form);
        var anywhere = new BooleanQuery.Builder();
        foreach (string field in (string[])[ArticleSchema.Title, ArticleSchema.Body])
        {
            if (FormQueries.Any(field, [TextForms.Alone(form, 1f)], TextForm.Quoted) is { } query)
            {
                anywhere.Add(query, Occur.Should);
            }
        }

        EngineQuery whole = anywhere.Build();
        return _searcher.Count(whole, cancellation);
    }

    /// <summary>Yields the bodies of all articles.</summary>
    public IEnumerable<string> Bodies()
    {
        foreach (LeafReaderContext leaf in _reader.Leaves)
        {
            for (int doc = 0; doc < leaf.Reader.MaxDoc; doc++)
            {
                if (leaf.Reader.LiveDocs is { } live && !live[doc])
                {
                    continue;
                }

                var article = new StoredArticle();
                leaf.Reader.VisitDocument(doc, article);
                yield return article.Body;
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _reader.Dispose();
        _directory.Dispose();
    }
}
