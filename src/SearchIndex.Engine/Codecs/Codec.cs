using SearchIndex.Engine.Store;
using SearchIndex.Engine.Util;

namespace SearchIndex.Engine.Codecs;

/// <summary>
/// All formats of one version of the index: a reader and a writer for each kind of file. Has no state; safe for several threads.
/// </summary>
public abstract class Codec
{
    /// <summary>Gets the name that commits record for their segments.</summary>
    public abstract string Name { get; }

    /// <summary>Gets the attributes that a segment must have in its <c>.si</c> for what this codec writes.</summary>
    public abstract IReadOnlyDictionary<string, string> SegmentAttributes { get; }

    /// <summary>Returns a field with the attributes that this codec's writers need on it (spec 4.2).</summary>
    public abstract FieldInfo WithAttributes(FieldInfo field);

    /// <summary>Reads the <c>.si</c> of a segment.</summary>
    public abstract SegmentInfo ReadSegmentInfo(IndexDirectory directory, string segment, ReadOnlySpan<byte> id);

    /// <summary>Writes the <c>.si</c> of a segment; <see cref="SegmentInfo.Files"/> must be complete.</summary>
    public abstract void WriteSegmentInfo(IndexDirectory directory, SegmentInfo segment);

    /// <summary>Reads the field infos; generation -1 means those that the segment was written with.</summary>
    public abstract FieldInfos ReadFieldInfos(IndexDirectory directory, SegmentInfo segment, long generation);

    /// <summary>Writes the field infos of a new segment.</summary>
    public abstract void WriteFieldInfos(IndexDirectory directory, SegmentInfo segment, FieldInfos fields);

    /// <summary>Opens the inverted index; null when no field has postings in this segment.</summary>
    public abstract FieldsProducer? OpenPostings(SegmentState state);

    /// <summary>Starts the inverted index of a new segment.</summary>
    public abstract FieldsConsumer CreatePostings(SegmentState state);

    /// <summary>Opens the norms; null when no field has any.</summary>
    public abstract NormsProducer? OpenNorms(SegmentState state);

    /// <summary>Starts the norms of a new segment.</summary>
    public abstract NormsConsumer CreateNorms(SegmentState state);

    /// <summary>
    /// Opens the doc values of <see cref="SegmentState.DocValuesGeneration"/>; null when no field has any. The fields must be those that the
    /// generation was written with: for the first all of the segment, for an update the updated ones.
    /// </summary>
    public abstract DocValuesProducer? OpenDocValues(SegmentState state);

    /// <summary>Starts the doc values of a new segment.</summary>
    public abstract DocValuesConsumer CreateDocValues(SegmentState state);

    /// <summary>Opens the points; null when no field has any.</summary>
    public abstract PointsReader? OpenPoints(SegmentState state);

    /// <summary>Starts the points of a new segment.</summary>
    public abstract PointsWriter CreatePoints(SegmentState state);

    /// <summary>Opens the stored fields.</summary>
    public abstract StoredFieldsReader OpenStoredFields(SegmentState state);

    /// <summary>Starts the stored fields of a new segment.</summary>
    public abstract StoredFieldsWriter CreateStoredFields(SegmentState state);

    /// <summary>Reads which documents are live, from the file of a generation.</summary>
    /// <param name="directory">Where the segment lies.</param>
    /// <param name="segment">The segment.</param>
    /// <param name="generation">The generation, 1 or more.</param>
    /// <param name="deletedCount">How many documents must be deleted.</param>
    public abstract FixedBitSet ReadLiveDocs(IndexDirectory directory, SegmentInfo segment, long generation, int deletedCount);

    /// <summary>Writes which documents are live, as the file of a new generation; returns its name.</summary>
    public abstract string WriteLiveDocs(IndexDirectory directory, SegmentInfo segment, long generation, FixedBitSet liveDocs);

    /// <summary>Opens the inside of a compound segment as a directory that can only be read.</summary>
    public abstract IndexDirectory OpenCompound(IndexDirectory directory, SegmentInfo segment);

    /// <summary>Packs the given files of a segment into its compound file; returns the names of the files made.</summary>
    public abstract IReadOnlyCollection<string> WriteCompound(
        IndexDirectory directory, SegmentInfo segment, IReadOnlyCollection<string> files);
}
