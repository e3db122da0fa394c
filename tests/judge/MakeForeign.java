import java.io.IOException;
import java.nio.file.Path;
import org.apache.lucene.codecs.DocValuesConsumer;
import org.apache.lucene.codecs.DocValuesFormat;
import org.apache.lucene.codecs.DocValuesProducer;
import org.apache.lucene.codecs.FieldsConsumer;
import org.apache.lucene.codecs.FieldsProducer;
import org.apache.lucene.codecs.FilterCodec;
import org.apache.lucene.codecs.PostingsFormat;
import org.apache.lucene.codecs.lucene80.Lucene80DocValuesFormat;
import org.apache.lucene.codecs.lucene84.Lucene84PostingsFormat;
import org.apache.lucene.codecs.lucene87.Lucene87Codec;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.index.SegmentReadState;
import org.apache.lucene.index.SegmentWriteState;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.store.Directory;

/** Writes small indexes with one feature each that another engine may have to refuse. */
final class MakeForeign {
    private static final int DOCUMENTS = 20;

    private MakeForeign() {
    }

    /**
     * Writes an index with a feature: {@code sort}, {@code soft-deletes}, {@code dimensions}, {@code postings}, {@code doc-values}, or
     * {@code codec:} and the name of a codec.
     */
    static void make(String feature, Path folder) throws IOException {
        IndexWriterConfig config = new IndexWriterConfig().setMergePolicy(NoMergePolicy.INSTANCE).setUseCompoundFile(false);
        switch (feature) {
            case "sort":
                config.setIndexSort(new Sort(new SortField("n", SortField.Type.LONG, true)));
                break;
            case "soft-deletes":
                config.setSoftDeletesField("gone");
                break;
            case "postings":
                config.setCodec(new Lucene87Codec() {
                    @Override
                    public PostingsFormat getPostingsFormatForField(String field) {
                        return new ForeignPostings();
                    }
                });
                break;
            case "doc-values":
                config.setCodec(new Lucene87Codec() {
                    @Override
                    public DocValuesFormat getDocValuesFormatForField(String field) {
                        return new ForeignDocValues();
                    }
                });
                break;
            default:
                if (feature.startsWith("codec:")) {
                    config.setCodec(new ForeignCodec(feature.substring("codec:".length())));
                }
                break;
        }

        try (Directory directory = UnsyncedDirectory.open(folder); IndexWriter writer = new IndexWriter(directory, config)) {
            for (int number = 0; number < DOCUMENTS; number++) {
                Document document = new Document();
                document.add(new StringField("id", Integer.toString(number), Field.Store.YES));
                document.add(new NumericDocValuesField("n", number * 7 % DOCUMENTS));
                if (feature.equals("dimensions")) {
                    document.add(new LongPoint("place", number, -number));
                }
                if (feature.equals("soft-deletes") && number % 3 == 2) {
                    writer.softUpdateDocument(new Term("id", Integer.toString(number - 1)), document, new NumericDocValuesField("gone", 1));
                } else {
                    writer.addDocument(document);
                }
            }
            writer.commit();
        }
    }

    private static final class ForeignCodec extends FilterCodec {
        ForeignCodec(String name) {
            super(name, new Lucene87Codec());
        }
    }

    private static final class ForeignPostings extends PostingsFormat {
        private final PostingsFormat delegate = new Lucene84PostingsFormat();

        ForeignPostings() {
            super("Foreign");
        }

        @Override
        public FieldsConsumer fieldsConsumer(SegmentWriteState state) throws IOException {
            return delegate.fieldsConsumer(state);
        }

        @Override
        public FieldsProducer fieldsProducer(SegmentReadState state) throws IOException {
            return delegate.fieldsProducer(state);
        }
    }

    private static final class ForeignDocValues extends DocValuesFormat {
        private final DocValuesFormat delegate = new Lucene80DocValuesFormat(Lucene80DocValuesFormat.Mode.BEST_SPEED);

        ForeignDocValues() {
            super("Foreign");
        }

        @Override
        public DocValuesConsumer fieldsConsumer(SegmentWriteState state) throws IOException {
            return delegate.fieldsConsumer(state);
        }

        @Override
        public DocValuesProducer fieldsProducer(SegmentReadState state) throws IOException {
            return delegate.fieldsProducer(state);
        }
    }
}
