using SearchIndex.Engine.Codecs;

namespace SearchIndex.Engine.Tests.Search.Support;

/// <summary>A column in memory that fails the test when it is used other than the contract allows.</summary>
internal sealed class MemoryNumericDocValues(MemoryColumn column) : NumericDocValues
{
    private int _doc = -1;
    private bool _hasValue;

    public override int DocId => _doc;

    public override long Cost => column.DocsWithField?.Cardinality() ?? column.Values.Length;

    public override long Value
    {
        get
        {
            Assert.True(_hasValue, "there is no number here");
            return column.Values[_doc];
        }
    }

    public override bool AdvanceExact(int target)
    {
        Assert.True(target >= _doc, "the target must not lie before the current document");
        _doc = target;
        return _hasValue = column.DocsWithField is null || column.DocsWithField[target];
    }

    public override int NextDoc()
    {
        Assert.True(_doc != NoMoreDocs, "moved behind the end");
        return MoveTo(_doc + 1);
    }

    public override int Advance(int target)
    {
        Assert.True(target > _doc, "the target must lie behind the current document");
        return MoveTo(target);
    }

    private int MoveTo(int target)
    {
        while (target < column.Values.Length && column.DocsWithField is not null && !column.DocsWithField[target])
        {
            target++;
        }

        _hasValue = target < column.Values.Length;
        return _doc = _hasValue ? target : NoMoreDocs;
    }
}
