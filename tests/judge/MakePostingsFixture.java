import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.core.WhitespaceTokenizer;
import org.apache.lucene.analysis.tokenattributes.PayloadAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.index.*;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;

/**
 * Makes an index of one segment with fields of all index options and prints what Lucene reads from it, as text.
 * Arguments: "make" FOLDER plain|payloads SEED makes and prints; "print" FOLDER prints only.
 */
public final class MakePostingsFixture {
    private static final int DOCUMENTS = 17000;

    private static final PrintStream OUT = new PrintStream(System.out, false, StandardCharsets.UTF_8);

    public static void main(String[] args) throws Exception {
        Path folder = Paths.get(args[1]);
        if (args[0].equals("make")) {
            make(folder, args[2].equals("payloads"), Long.parseLong(args[3]));
        }

        try (Directory directory = FSDirectory.open(folder); DirectoryReader reader = DirectoryReader.open(directory)) {
            print((SegmentReader) reader.leaves().get(0).reader());
        }

        OUT.flush();
    }

    private static void make(Path folder, boolean payloads, long seed) throws Exception {
        IndexWriterConfig config = new IndexWriterConfig(new WordAnalyzer(payloads));
        config.setUseCompoundFile(false);
        config.setMergePolicy(NoMergePolicy.INSTANCE);
        config.setRAMBufferSizeMB(500);
        Random random = new Random(seed);
        FieldType[] types = {
            type(IndexOptions.DOCS, true),
            type(IndexOptions.DOCS_AND_FREQS, false),
            type(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS, false),
            type(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS_AND_OFFSETS, false),
            type(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS, true),
        };
        String[] names = {"docs", "freqs", "positions", "offsets", "bare"};
        FieldType id = type(IndexOptions.DOCS, true);
        id.setTokenized(false);
        id.freeze();
        try (Directory directory = FSDirectory.open(folder); IndexWriter writer = new IndexWriter(directory, config)) {
            for (int number = 0; number < DOCUMENTS; number++) {
                Document document = new Document();
                for (int field = 0; field < types.length; field++) {
                    if (random.nextInt(10) < 3) {
                        document.add(new Field(names[field], text(random), types[field]));
                    }
                }

                document.add(new Field("every", random.nextInt(5) == 0 ? "rare every every" : "every", types[3]));
                if (number % 8 == 0) {
                    document.add(new Field("id", String.format(Locale.ROOT, "news/%08d", random.nextInt(100000000)), id));
                    document.add(new Field("han", han(random), types[2]));
                    document.add(new Field("lower", lower(random), types[1]));
                }

                writer.addDocument(document);
            }
        }
    }

    private static FieldType type(IndexOptions options, boolean omitNorms) {
        FieldType type = new FieldType();
        type.setIndexOptions(options);
        type.setTokenized(true);
        type.setOmitNorms(omitNorms);
        type.freeze();
        return omitNorms ? new FieldType(type) : type;
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        int words = 1 + random.nextInt(1 << random.nextInt(6));
        for (int word = 0; word < words; word++) {
            double rank = Math.exp(random.nextDouble() * 7);
            text.append("w").append((int) rank).append(random.nextInt(20) == 0 ? "   " : " ");
        }

        return text.append(random.nextInt(3) == 0 ? "all all" : "all").toString();
    }

    private static String han(Random random) {
        StringBuilder text = new StringBuilder();
        for (int word = 0; word < 6; word++) {
            int length = 1 + random.nextInt(3);
            for (int index = 0; index < length; index++) {
                text.append((char) (0x4E00 + (int) (random.nextDouble() * random.nextDouble() * 2000)));
            }

            text.append(random.nextInt(50) == 0 ? "\uD83D\uDE00 " : " ");
        }

        return text.toString();
    }

    /** Terms with long common prefixes and long suffixes, so that Lucene compresses suffixes. */
    private static String lower(Random random) {
        String[] prefixes = {"archive-of-", "newspaper-", "repeated-repeated-repeated-"};
        StringBuilder text = new StringBuilder(prefixes[random.nextInt(prefixes.length)]);
        int letters = 2 + random.nextInt(9);
        for (int index = 0; index < letters; index++) {
            text.append((char) ('a' + random.nextInt(4)));
        }

        return text.append(random.nextInt(9) == 0 ? "-UPPER" : "-the-same-end-of-all").toString();
    }

    private static void print(SegmentReader reader) throws Exception {
        SegmentInfo info = reader.getSegmentInfo().info;
        OUT.println("segment " + info.name + " " + StringHelper.idToString(info.getId()) + " " + hex(new BytesRef(info.getId()))
            + " " + info.maxDoc());
        for (FieldInfo field : reader.getFieldInfos()) {
            OUT.println("field " + field.number + " " + field.name + " " + (field.getIndexOptions().ordinal()) + " "
                + field.hasPayloads() + " " + field.hasNorms() + " " + field.getAttribute("PerFieldPostingsFormat.format") + " "
                + field.getAttribute("PerFieldPostingsFormat.suffix"));
        }

        for (FieldInfo field : reader.getFieldInfos()) {
            if (field.hasNorms()) {
                OUT.println("norms " + field.name + " " + norms(reader, field.name));
            }
        }

        for (FieldInfo field : reader.getFieldInfos()) {
            print(reader, field);
        }
    }

    private static String norms(SegmentReader reader, String field) throws Exception {
        BytesRef norms = new BytesRef(new byte[reader.maxDoc()]);
        norms.length = norms.bytes.length;
        NumericDocValues values = reader.getNormValues(field);
        while (values.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
            norms.bytes[values.docID()] = (byte) values.longValue();
        }

        return hex(norms);
    }

    private static void print(SegmentReader reader, FieldInfo field) throws Exception {
        Terms terms = reader.terms(field.name);
        long sumTotalTermFreq = terms.hasFreqs() ? terms.getSumTotalTermFreq() : terms.getSumDocFreq();
        OUT.println("terms " + field.name + " " + terms.size() + " " + terms.getDocCount() + " " + terms.getSumDocFreq() + " "
            + sumTotalTermFreq + " " + hex(terms.getMin()) + " " + hex(terms.getMax()));
        TermsEnum termsEnum = terms.iterator();
        TermsEnum other = terms.iterator();
        int number = 0;
        while (termsEnum.next() != null) {
            long totalTermFreq = terms.hasFreqs() ? termsEnum.totalTermFreq() : termsEnum.docFreq();
            OUT.println("term " + hex(termsEnum.term()) + " " + termsEnum.docFreq() + " " + totalTermFreq);
            OUT.println(postings(termsEnum.postings(null, PostingsEnum.ALL)));
            if (termsEnum.docFreq() > 128) {
                for (int stride : new int[] {1, 2, 50, 129, 700, 4000}) {
                    OUT.println("stride " + stride + " " + stride(termsEnum.postings(null, PostingsEnum.ALL), stride));
                }

                printImpacts(termsEnum.impacts(PostingsEnum.FREQS));
            }

            if (number++ % 5 == 0) {
                printSeeks(other, termsEnum.term());
            }
        }
    }

    private static String postings(PostingsEnum postings) throws Exception {
        StringBuilder text = new StringBuilder();
        while (postings.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
            text.append(' ').append(postings.docID()).append('*').append(postings.freq());
            for (int index = 0; index < postings.freq(); index++) {
                int position = postings.nextPosition();
                if (position < 0) {
                    break;
                }

                text.append(':').append(position).append('/').append(postings.startOffset()).append('/').append(postings.endOffset());
            }
        }

        return text.toString();
    }

    /** A number that depends on every document that the strides meet, and on the first position in every third of them. */
    private static long stride(PostingsEnum postings, int stride) throws Exception {
        long hash = 0;
        int met = 0;
        int document = postings.advance(0);
        while (document != DocIdSetIterator.NO_MORE_DOCS) {
            hash = hash * 31 + document * 7L + postings.freq();
            if (met++ % 3 == 0) {
                hash = hash * 31 + postings.nextPosition() + postings.startOffset() + postings.endOffset();
            }

            document = postings.advance(document + stride);
        }

        return hash;
    }

    private static void printImpacts(ImpactsEnum impactsEnum) throws Exception {
        int target = 1; // At 0 Lucene has not looked at its skip data yet.
        while (target != DocIdSetIterator.NO_MORE_DOCS) {
            impactsEnum.advanceShallow(target);
            Impacts impacts = impactsEnum.getImpacts();
            StringBuilder text = new StringBuilder("impacts " + target);
            for (int level = 0; level < impacts.numLevels(); level++) {
                int upTo = impacts.getDocIdUpTo(level);
                if (upTo == DocIdSetIterator.NO_MORE_DOCS) {
                    break;
                }

                text.append(" upto ").append(upTo);
                List<Impact> list = impacts.getImpacts(level);
                for (Impact impact : list) {
                    text.append(' ').append(impact.freq).append('/').append(impact.norm);
                }
            }

            OUT.println(text);
            int upTo = impacts.getDocIdUpTo(0);
            target = upTo == DocIdSetIterator.NO_MORE_DOCS ? upTo : upTo + 1;
        }
    }

    private static void printSeeks(TermsEnum terms, BytesRef term) throws Exception {
        byte[] bytes = BytesRef.deepCopyOf(term).bytes;
        byte[] longer = java.util.Arrays.copyOf(bytes, bytes.length + 1);
        longer[bytes.length] = 'a';
        byte[] shorter = java.util.Arrays.copyOf(bytes, bytes.length - 1);
        byte[] next = bytes.clone();
        next[next.length - 1]++;
        byte[] first = bytes.clone();
        first[first.length / 2] += 3;
        for (byte[] target : new byte[][] {bytes, longer, shorter, next, first}) {
            boolean found = terms.seekExact(new BytesRef(target));
            TermsEnum.SeekStatus status = terms.seekCeil(new BytesRef(target));
            String where = status == TermsEnum.SeekStatus.END ? "-" : hex(terms.term()) + " " + terms.docFreq();
            OUT.println("seek " + hex(new BytesRef(target)) + " " + found + " " + where);
        }
    }

    private static String hex(BytesRef bytes) {
        StringBuilder text = new StringBuilder();
        for (int index = 0; index < bytes.length; index++) {
            text.append(String.format(Locale.ROOT, "%02X", bytes.bytes[bytes.offset + index] & 0xFF));
        }

        return text.toString();
    }

    private static final class WordAnalyzer extends Analyzer {
        private final boolean payloads;

        WordAnalyzer(boolean payloads) {
            super(PER_FIELD_REUSE_STRATEGY);
            this.payloads = payloads;
        }

        @Override
        protected TokenStreamComponents createComponents(String field) {
            Tokenizer tokenizer = new WhitespaceTokenizer();
            boolean wanted = payloads && (field.equals("offsets") || field.equals("bare"));
            return new TokenStreamComponents(tokenizer, wanted ? new PayloadFilter(tokenizer) : tokenizer);
        }
    }

    private static final class PayloadFilter extends TokenFilter {
        private final PayloadAttribute payload = addAttribute(PayloadAttribute.class);
        private int count;

        PayloadFilter(TokenStream input) {
            super(input);
        }

        @Override
        public boolean incrementToken() throws java.io.IOException {
            if (!input.incrementToken()) {
                return false;
            }

            count++;
            payload.setPayload(count % 4 == 0 ? null : new BytesRef(new byte[1 + count % 7 / 3]));
            return true;
        }
    }
}
