using System.Globalization;
using System.Text.Json;

namespace SearchIndex.Server.Tests.Api.Contract;

/// <summary>Makes calls of an operation from the document alone: with its examples, with each value that a schema names, and with values that it forbids.</summary>
internal static class CallMaker
{
    private const int TooLong = 10_000;

    // Nothing forbids these to texts, so that any documented answer will do.
    private static readonly string[] StrangeTexts =
        [string.Empty, " ", "\0", "\u202E", "%", "../..", "<script>", "'\"`", "-1", "null", "🈚", new string('长', TooLong)];

    /// <summary>Returns the calls.</summary>
    public static IEnumerable<DocumentedCall> CallsOf(ApiOperation operation)
    {
        (string, string)[] required = [.. operation.Parameters.Where(IsRequired).SelectMany(Example)];
        (string, string)[] all = [.. operation.Parameters.SelectMany(Example)];
        string? body = operation.Body is { } media && media.TryGetProperty("example", out JsonElement example) ? BodyOf(example) : null;

        // What is to be deleted need not be there any more.
        Promise good = operation.Method == "DELETE" ? Promise.Documented : Promise.Success;
        yield return new DocumentedCall(operation, required, body, good);
        yield return new DocumentedCall(operation, all, body, good);
        foreach (JsonElement parameter in operation.Parameters)
        {
            string name = parameter.GetProperty("name").GetString()!;
            (string, string)[] others = [.. operation.Parameters.Where(IsRequired).Where(other => other.GetProperty("name").GetString() != name).SelectMany(Example)];
            foreach ((string value, Promise promise) in ValuesOf(parameter))
            {
                yield return new DocumentedCall(operation, [.. others, (name, value)], body, promise == Promise.Success ? good : promise);
            }
        }

        foreach (string wrong in operation.Body is null ? [] : new[] { string.Empty, "no json", "[]", "{}", "null", "{\"a\":", "\"text\"" })
        {
            yield return new DocumentedCall(operation, required, wrong, Promise.Documented);
        }
    }

    private static bool IsRequired(JsonElement parameter) => parameter.TryGetProperty("required", out JsonElement required) && required.GetBoolean();

    private static IEnumerable<(string Name, string Value)> Example(JsonElement parameter)
    {
        if (!parameter.TryGetProperty("example", out JsonElement example))
        {
            return [];
        }

        string name = parameter.GetProperty("name").GetString()!;
        return example.ValueKind == JsonValueKind.Array ? example.EnumerateArray().Select(one => (name, TextOf(one))) : [(name, TextOf(example))];
    }

    private static IEnumerable<(string Value, Promise Promise)> ValuesOf(JsonElement parameter)
    {
        JsonElement schema = parameter.GetProperty("schema");
        string? type = schema.TryGetProperty("type", out JsonElement told) && told.ValueKind == JsonValueKind.String ? told.GetString() : null;
        IEnumerable<(string, Promise)> examples = Example(parameter).Select(one => (one.Value, Promise.Success));
        return (schema.TryGetProperty("enum", out JsonElement choices), type) switch
        {
            (true, _) => [.. choices.EnumerateArray().Select(choice => (TextOf(choice), Promise.Success)), .. Wrong("no-such-choice", "0", new string('a', TooLong))],
            (_, "integer") => [.. examples, .. Limits(schema), .. Wrong("x", "1.5", "1e3", "99999999999999999999", "-")],
            (_, "boolean") => [("true", Promise.Success), ("false", Promise.Success), .. Wrong("maybe", "2")],
            _ => [.. examples, .. StrangeTexts.Where(text => text.Length > 0 || !IsRequired(parameter)).Select(text => (text, Promise.Documented))],
        };
    }

    /// <summary>A largest value may be too much together with the other parameters; one beyond it always is.</summary>
    private static IEnumerable<(string, Promise)> Limits(JsonElement schema)
    {
        if (schema.TryGetProperty("minimum", out JsonElement least))
        {
            yield return (TextOf(least), Promise.Success);
            yield return ((least.GetInt64() - 1).ToString(CultureInfo.InvariantCulture), Promise.Refusal);
        }

        if (schema.TryGetProperty("maximum", out JsonElement most))
        {
            yield return (TextOf(most), Promise.Documented);
            yield return ((most.GetInt64() + 1).ToString(CultureInfo.InvariantCulture), Promise.Refusal);
        }
    }

    private static IEnumerable<(string, Promise)> Wrong(params string[] values) => values.Select(value => (value, Promise.Refusal));

    /// <summary>Objects stand on one line, as lists of them want it.</summary>
    private static string BodyOf(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString()! : JsonSerializer.Serialize(value);

    private static string TextOf(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();
}
