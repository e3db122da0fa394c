using System.Text.Json;
using SearchIndex.Testing;

namespace SearchIndex.Server.Tests.Api.Contract;

/// <summary>A client that knows the API from its document alone gets only what the document says, whatever it sends.</summary>
public sealed class DocumentedAnswersTests(SampleServices sample) : IClassFixture<SampleServices>
{
    private const string Document = "/openapi/v1.json";

    /// <summary>Gets the operations as the kept document has them; another test holds that it is the one that is served.</summary>
    public static TheoryData<string> Operations =>
        [.. new ApiDocument(JsonDocument.Parse(File.ReadAllText(RepositoryFolder.At("docs/openapi.json"))).RootElement).Operations.Select(operation => operation.ToString())];

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task Operation_ValidAndInvalidValues_GivesDocumentedAnswers(string operation)
    {
        ApiDocument document = await ReadAsync();
        var client = new DocumentClient(document, sample.Whole.Client, sample.Key);
        var faults = new List<string>();

        foreach (DocumentedCall call in CallsOf(document, operation))
        {
            faults.AddRange(await client.FaultsOfAsync(call));
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults.Take(10)));
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task Operation_KnownAnswer_Is304WhereDocumented(string operation)
    {
        ApiDocument document = await ReadAsync();
        var client = new DocumentClient(document, sample.Whole.Client, sample.Key);
        DocumentedCall call = CallsOf(document, operation).First();
        if (call.Operation.Method != "GET")
        {
            return;
        }

        (_, string? tag) = await client.StatusOfAsync(call);
        Assert.Equal(call.Operation.Answer(304) is not null, tag is not null);
        if (tag is not null)
        {
            Assert.Equal(304, (await client.StatusOfAsync(call, tag)).Status);
            Assert.Empty(await client.FaultsOfAsync(call with { Expected = Promise.Documented }, tag));
        }
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task Operation_KeyLimitAndIndexMissing_GivesDocumentedProblems(string operation)
    {
        ApiDocument document = await ReadAsync();
        DocumentedCall call = CallsOf(document, operation).First() with { Expected = Promise.Documented };
        var unknown = new DocumentClient(document, sample.Whole.Client);
        var hasty = new DocumentClient(document, sample.Hurried.Client, sample.Key);
        var early = new DocumentClient(document, sample.Empty.Client, sample.Key);

        Assert.Empty(await unknown.FaultsOfAsync(call));
        Assert.Equal(401, (await unknown.StatusOfAsync(call)).Status);
        Assert.Empty(await hasty.FaultsOfAsync(call));
        Assert.Empty(await hasty.FaultsOfAsync(call));
        Assert.Equal(429, (await hasty.StatusOfAsync(call)).Status);
        Assert.Empty(await early.FaultsOfAsync(call));
    }

    [Fact]
    public async Task Examples_OfAnswers_AreAsTheirSchemasSay()
    {
        ApiDocument document = await ReadAsync();
        IEnumerable<string> faults =
            from operation in document.Operations
            from answer in operation.Description.GetProperty("responses").EnumerateObject()
            where answer.Value.TryGetProperty("content", out _)
            from media in answer.Value.GetProperty("content").EnumerateObject()
            where media.Value.TryGetProperty("example", out _)
            from fault in SchemaCheck.FaultsOf(document, media.Value.GetProperty("schema"), media.Value.GetProperty("example"))
            select $"{operation} {answer.Name}: {fault}";

        Assert.Empty(faults);
    }

    /// <summary>Tasks are known by answers only: the example of the document is replaced by one that there is.</summary>
    private IEnumerable<DocumentedCall> CallsOf(ApiDocument document, string operation)
    {
        IEnumerable<DocumentedCall> calls = CallMaker.CallsOf(document.Operations.Single(one => one.ToString() == operation));
        return operation.Contains("/tasks/", StringComparison.Ordinal)
            ? calls.Select(call => call with { Values = [.. call.Values.Select(value => value.Value.Length == sample.TaskId.Length ? (value.Name, sample.TaskId) : value)] })
            : calls;
    }

    private async Task<ApiDocument> ReadAsync()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Document);
        request.Headers.TryAddWithoutValidation("Authorization", "Bearer " + sample.Key);
        using HttpResponseMessage response = await sample.Whole.Client.SendAsync(request);
        return new ApiDocument(JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement);
    }
}
