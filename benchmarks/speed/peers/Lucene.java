import java.io.BufferedReader;
import java.io.DataOutputStream;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.MMapDirectory;

/** Builds an index from lines of terms, or answers lines of a limit and terms. */
public class Lucene {
    private static final BM25Similarity SIMILARITY = new BM25Similarity(1.2f, 0.75f);

    public static void main(String[] arguments) throws Exception {
        var lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        try (var folder = new MMapDirectory(Path.of(arguments[1]))) {
            if (arguments[0].equals("build")) {
                build(folder, lines);
            } else {
                answer(folder, lines);
            }
        }
    }

    private static void build(MMapDirectory folder, BufferedReader lines) throws Exception {
        Analyzer analyzer = new StandardAnalyzer(CharArraySet.EMPTY_SET);
        var configuration = new IndexWriterConfig(analyzer).setSimilarity(SIMILARITY);
        var type = new FieldType();
        type.setTokenized(true);
        type.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
        type.freeze();
        try (var writer = new IndexWriter(folder, configuration)) {
            for (String line; (line = lines.readLine()) != null;) {
                var document = new Document();
                document.add(new Field("terms", line, type));
                writer.addDocument(document);
            }
            writer.forceMerge(1);
        }
    }

    private static void answer(MMapDirectory folder, BufferedReader lines) throws Exception {
        var threads = ManagementFactory.getThreadMXBean();
        var out = new DataOutputStream(new java.io.BufferedOutputStream(System.out));
        try (var reader = DirectoryReader.open(folder)) {
            var searcher = new IndexSearcher(reader);
            searcher.setSimilarity(SIMILARITY);
            searcher.setQueryCache(null);
            for (String line; (line = lines.readLine()) != null;) {
                long started = threads.getCurrentThreadCpuTime();
                String[] parts = line.split(" ");
                var query = new BooleanQuery.Builder();
                for (int at = 1; at < parts.length; at++) {
                    var term = new TermQuery(new Term("terms", parts[at]));
                    query.add(term, BooleanClause.Occur.SHOULD);
                }
                ScoreDoc[] found = searcher.search(query.build(), Integer.parseInt(parts[0])).scoreDocs;
                long taken = threads.getCurrentThreadCpuTime() - started;
                out.writeLong(taken);
                out.writeInt(found.length);
                for (ScoreDoc one : found) {
                    out.writeInt(one.doc);
                }
                out.flush();
            }
        }
    }
}
