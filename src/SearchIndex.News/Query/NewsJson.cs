using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using SearchIndex.News.Query.Export;
using SearchIndex.News.Query.Facets;
using SearchIndex.News.Query.Related;
using SearchIndex.News.Query.Saved;
using SearchIndex.News.Suggestions;
using SearchIndex.News.Suggestions.Corrections;

namespace SearchIndex.News.Query;

/// <summary>The JSON of answers, the same on the command line and over HTTP.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(SearchPage))]
[JsonSerializable(typeof(ArticleView))]
[JsonSerializable(typeof(Timeline))]
[JsonSerializable(typeof(RelatedArticles))]
[JsonSerializable(typeof(ExportedArticle))]
[JsonSerializable(typeof(SavedQueryNews))]
[JsonSerializable(typeof(IReadOnlyList<SavedQueryNews>))]
[JsonSerializable(typeof(IReadOnlyList<SavedQuerySummary>))]
[JsonSerializable(typeof(SuggestionList))]
[JsonSerializable(typeof(IndexStats))]
[JsonSerializable(typeof(IngestReport))]
[JsonSerializable(typeof(UpdateReport))]
public sealed partial class NewsJson : JsonSerializerContext
{
    // Lazy, since the generated part of this class makes Default only after the static fields of this part.
    private static readonly Lazy<JsonSerializerOptions> LazyReadable = new(CreateReadable);

    /// <summary>Gets the options: camel case, enums in lower case, UTC dates with Z, Chinese text unescaped.</summary>
    public static JsonSerializerOptions Readable => LazyReadable.Value;

    private static JsonSerializerOptions CreateReadable()
    {
        var options = new JsonSerializerOptions(Default.Options)
        {
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            TypeInfoResolver = Default,
        };
        options.Converters.Add(new UtcDateConverter());
        options.Converters.Add(new JsonStringEnumConverter<Ingest.ArticleScript>(JsonNamingPolicy.CamelCase));
        options.Converters.Add(new JsonStringEnumConverter<Ingest.PublishedEvidence>(JsonNamingPolicy.CamelCase));
        options.Converters.Add(new JsonStringEnumConverter<Ingest.FactSource>(JsonNamingPolicy.CamelCase));
        options.Converters.Add(new JsonStringEnumConverter<Ingest.ArticleProblemKind>(JsonNamingPolicy.CamelCase));
        options.Converters.Add(new JsonStringEnumConverter<FacetKind>(JsonNamingPolicy.CamelCase));
        options.Converters.Add(new JsonStringEnumConverter<TimelineInterval>(JsonNamingPolicy.CamelCase));
        options.Converters.Add(new JsonStringEnumConverter<SuggestionKind>(JsonNamingPolicy.CamelCase));
        options.Converters.Add(new JsonStringEnumConverter<CorrectionKind>(JsonNamingPolicy.CamelCase));
        options.MakeReadOnly();
        return options;
    }

    /// <summary>Writes dates as UTC, with milliseconds only when there are any.</summary>
    private sealed class UtcDateConverter : JsonConverter<DateTimeOffset>
    {
        public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.GetDateTimeOffset();

        public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options)
        {
            string format = value.Millisecond == 0 ? "yyyy-MM-dd'T'HH:mm:ss'Z'" : "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";
            writer.WriteStringValue(value.UtcDateTime.ToString(format, CultureInfo.InvariantCulture));
        }
    }
}
