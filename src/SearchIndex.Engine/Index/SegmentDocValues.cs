using SearchIndex.Engine.Codecs;
using SearchIndex.Engine.Store;

namespace SearchIndex.Engine.Index;

/// <summary>
/// The doc values of a segment as one commit sees it: those that it was written with, and in place of some columns their updates
/// (spec 8.9). The first are read with the fields of that time, since an update may change what the field says of its column.
/// </summary>
internal sealed class SegmentDocValues : IDisposable
{
    private const long NoGeneration = -1;

    private readonly SegmentCore _core;
    private readonly Dictionary<long, (FieldInfos Fields, DocValuesProducer? Values)> _updates = [];

    /// <summary>Opens the updates.</summary>
    /// <param name="codec">Reads them.</param>
    /// <param name="core">The segment as it was written; stays the caller's.</param>
    /// <param name="directory">Where updates lie: never inside of a compound file.</param>
    /// <param name="current">The fields as the commit sees them.</param>
    public SegmentDocValues(Codec codec, SegmentCore core, IndexDirectory directory, FieldInfos current)
    {
        _core = core;
        try
        {
            foreach (IGrouping<long, FieldInfo> update in current.GroupBy(field => field.DocValuesGeneration))
            {
                if (update.Key != NoGeneration)
                {
                    var fields = new FieldInfos(update);
                    var state = new SegmentState(directory, core.State.Segment, fields) { DocValuesGeneration = update.Key };
                    _updates.Add(update.Key, (fields, codec.OpenDocValues(state)));
                }
            }
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>Opens the column of a field; null when it has none here.</summary>
    public T? Open<T>(FieldInfo field, Func<DocValuesProducer, FieldInfo, T> open)
        where T : class
    {
        (FieldInfos fields, DocValuesProducer? values) =
            field.DocValuesGeneration == NoGeneration ? (_core.State.Fields, _core.DocValues) : _updates[field.DocValuesGeneration];
        return values is not null && fields.Find(field.Name) is { } written && written.DocValuesType == field.DocValuesType
            ? open(values, written)
            : null;
    }

    /// <summary>Reads the files of the updates whole and compares their checksums.</summary>
    public void CheckIntegrity()
    {
        foreach ((FieldInfos _, DocValuesProducer? values) in _updates.Values)
        {
            values?.CheckIntegrity();
        }
    }

    public void Dispose()
    {
        foreach ((FieldInfos _, DocValuesProducer? values) in _updates.Values)
        {
            values?.Dispose();
        }
    }
}
