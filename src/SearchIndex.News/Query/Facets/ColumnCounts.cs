using System.Text;
using SearchIndex.Engine.Codecs;

namespace SearchIndex.News.Query.Facets;

/// <summary>Counts the values of one column of texts in one segment.</summary>
internal sealed class ColumnCounts
{
    private readonly SortedDocValues? _column;
    private readonly int[] _counts;
    private readonly bool[]? _isSelected;
    private int _ord;

    /// <summary>Prepares.</summary>
    /// <param name="column">The column; null when no document has a value.</param>
    /// <param name="selected">The values that are let through; null for all, also documents without one.</param>
    public ColumnCounts(SortedDocValues? column, IReadOnlySet<string>? selected)
    {
        _column = column;
        _counts = new int[column?.ValueCount ?? 0];
        if (selected is null)
        {
            return;
        }

        _isSelected = new bool[_counts.Length];
        foreach (string value in selected)
        {
            if (column?.LookupTerm(Encoding.UTF8.GetBytes(value)) is >= 0 and int ord)
            {
                _isSelected[ord] = true;
            }
        }
    }

    /// <summary>Gets how many documents without a value were counted.</summary>
    public int Missing { get; private set; }

    /// <summary>Moves to a document, not before the last one; tells whether its value is let through.</summary>
    public bool MoveTo(int doc)
    {
        _ord = _column is not null && _column.AdvanceExact(doc) ? _column.OrdValue : -1;
        return _isSelected is null || (_ord >= 0 && _isSelected[_ord]);
    }

    /// <summary>Counts the document that <see cref="MoveTo"/> moved to.</summary>
    public void Count()
    {
        if (_ord < 0)
        {
            Missing++;
        }
        else
        {
            _counts[_ord]++;
        }
    }

    /// <summary>Adds the counts to those of other segments.</summary>
    public void AddTo(Dictionary<string, int> counts)
    {
        for (int ord = 0; ord < _counts.Length; ord++)
        {
            if (_counts[ord] > 0)
            {
                string value = Encoding.UTF8.GetString(_column!.LookupOrd(ord));
                counts[value] = counts.GetValueOrDefault(value) + _counts[ord];
            }
        }
    }
}
