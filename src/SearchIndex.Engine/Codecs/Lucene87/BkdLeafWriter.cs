using SearchIndex.Engine.Store;

namespace SearchIndex.Engine.Codecs.Lucene87;

/// <summary>Writes leaves of sorted points; see <see cref="Lucene86PointsFormat"/> for the layout.</summary>
internal static class BkdLeafWriter
{
    public static void Write(IndexOutput data, PointBuffer points, int start, int end)
    {
        data.WriteVInt32(end - start);
        WriteDocs(data, points, start, end);
        int prefix = points.ValueOf(start).CommonPrefixLength(points.ValueOf(end - 1));
        data.WriteVInt32(prefix);
        data.WriteBytes(points.ValueOf(start)[..prefix]);
        if (prefix == points.BytesPerPoint)
        {
            data.WriteByte(unchecked((byte)Lucene86PointsFormat.AllEqual));
            return;
        }

        data.WriteByte(0);
        for (int next = start; next < end;)
        {
            next = WriteLabelledRun(data, points, next, end, prefix);
        }
    }

    private static void WriteDocs(IndexOutput data, PointBuffer points, int start, int end)
    {
        bool ascending = true;
        int largest = points.DocOf(start);
        for (int index = start + 1; index < end; index++)
        {
            ascending &= points.DocOf(index - 1) <= points.DocOf(index);
            largest = Math.Max(largest, points.DocOf(index));
        }

        byte encoding = ascending ? Lucene86PointsFormat.AscendingDocs
            : largest <= Lucene86PointsFormat.LargestThreeByteDoc ? Lucene86PointsFormat.ThreeByteDocs
            : Lucene86PointsFormat.FourByteDocs;
        data.WriteByte(encoding);
        int previous = 0;
        for (int index = start; index < end; index++)
        {
            int doc = points.DocOf(index);
            switch (encoding)
            {
                case Lucene86PointsFormat.AscendingDocs:
                    data.WriteVInt32(doc - previous);
                    break;
                case Lucene86PointsFormat.ThreeByteDocs:
                    data.WriteByte((byte)(doc >> 16));
                    data.WriteInt16((short)doc);
                    break;
                default:
                    data.WriteInt32(doc);
                    break;
            }

            previous = doc;
        }
    }

    private static int WriteLabelledRun(IndexOutput data, PointBuffer points, int start, int end, int prefix)
    {
        byte label = points.ValueOf(start)[prefix];
        int runEnd = start + 1;
        while (runEnd < end && runEnd - start < byte.MaxValue && points.ValueOf(runEnd)[prefix] == label)
        {
            runEnd++;
        }

        data.WriteByte(label);
        data.WriteByte((byte)(runEnd - start));
        for (int index = start; index < runEnd; index++)
        {
            data.WriteBytes(points.ValueOf(index)[(prefix + 1)..]);
        }

        return runEnd;
    }
}
