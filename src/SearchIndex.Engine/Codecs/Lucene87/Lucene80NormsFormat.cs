namespace SearchIndex.Engine.Codecs.Lucene87;

/// <summary>
/// What reader and writer of norms share (spec 7).
/// <code>
/// nvm := Header("Lucene80NormsMetadata", 0, id, "") entry* -1:int Footer
/// entry := field:int docsWithField:19 bytes numDocsWithField:int bytesPerNorm:byte normsOffset:long
/// nvd := Header("Lucene80NormsData", 0, id, "") (IndexedDISI? norm*)* Footer
/// </code>
/// Width 0 means that the offset is itself the norm of every document. Example of 3 documents of 2, 5 and 2 tokens:
/// <c>00000000 ff*8 00*8 ffff ff 00000003 01 000000000000002b</c>, and <c>02 05 02</c> at 0x2b of the data.
/// </summary>
internal static class Lucene80NormsFormat
{
    public const string MetaExtension = "nvm";
    public const string DataExtension = "nvd";
    public const string MetaCodec = "Lucene80NormsMetadata";
    public const string DataCodec = "Lucene80NormsData";
    public const int FormatVersion = 0;
    public const int EndOfFields = -1;
}
