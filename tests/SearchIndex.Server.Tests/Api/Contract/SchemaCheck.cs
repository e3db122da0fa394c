using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace SearchIndex.Server.Tests.Api.Contract;

/// <summary>
/// Compares JSON with the schemas of an OpenAPI 3.1 document, in the part of JSON Schema that the document uses; a keyword beyond it is a
/// fault, so that none is passed over. Stricter than the standard: a member that a schema does not name is a fault too.
/// </summary>
internal sealed class SchemaCheck(ApiDocument document)
{
    private static readonly string[] WithoutRule = ["description", "default", "format", "example", "title", "deprecated", "$comment"];

    private readonly List<string> _faults = [];

    /// <summary>Returns where a value is not what its schema says; empty when it is.</summary>
    public static IReadOnlyList<string> FaultsOf(ApiDocument document, JsonElement schema, JsonElement value)
    {
        var check = new SchemaCheck(document);
        check.Check(schema, value, "$");
        return check._faults;
    }

    private void Check(JsonElement schema, JsonElement value, string place)
    {
        foreach (JsonProperty rule in schema.EnumerateObject())
        {
            switch (rule.Name)
            {
                case "$ref": Check(document.Resolve(rule.Value.GetString()!), value, place); break;
                case "type": Demand(TypesOf(rule.Value).Any(type => IsOf(type, value)), place, $"{value.ValueKind} is not {rule.Value}"); break;
                case "enum": Demand(rule.Value.EnumerateArray().Any(one => JsonElement.DeepEquals(one, value)), place, $"{value} is not in {rule.Value}"); break;
                case "oneOf" or "anyOf": CheckAny(rule.Value, value, place); break;
                case "allOf": rule.Value.EnumerateArray().ToList().ForEach(part => Check(part, value, place)); break;
                case "required": CheckRequired(rule.Value, value, place); break;
                case "properties": CheckMembers(schema, rule.Value, value, place); break;
                case "additionalProperties": CheckOthers(schema, rule.Value, value, place); break;
                case "items": CheckItems(rule.Value, value, place); break;
                case "minimum": Demand(value.ValueKind != JsonValueKind.Number || value.GetDouble() >= rule.Value.GetDouble(), place, $"{value} is less than {rule.Value}"); break;
                case "maximum": Demand(value.ValueKind != JsonValueKind.Number || value.GetDouble() <= rule.Value.GetDouble(), place, $"{value} is more than {rule.Value}"); break;
                case "pattern": Demand(value.ValueKind != JsonValueKind.String || Regex.IsMatch(value.GetString()!, rule.Value.GetString()!), place, $"{value} is not as {rule.Value}"); break;
                case "maxLength": Demand(value.ValueKind != JsonValueKind.String || value.GetString()!.Length <= rule.Value.GetInt32(), place, $"longer than {rule.Value}"); break;
                default: Demand(WithoutRule.Contains(rule.Name), place, $"the schema has '{rule.Name}', which is not understood"); break;
            }
        }

        bool isDate = schema.TryGetProperty("format", out JsonElement format) && format.GetString() == "date-time" && value.ValueKind == JsonValueKind.String;
        Demand(!isDate || DateTimeOffset.TryParse(value.GetString(), CultureInfo.InvariantCulture, DateTimeStyles.None, out _), place, $"{value} is no date");
    }

    private static IEnumerable<string?> TypesOf(JsonElement type) =>
        type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().Select(one => one.GetString()) : [type.GetString()];

    private static bool IsOf(string? type, JsonElement value) => type switch
    {
        "null" => value.ValueKind == JsonValueKind.Null,
        "string" => value.ValueKind == JsonValueKind.String,
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
        "number" => value.ValueKind == JsonValueKind.Number,
        "array" => value.ValueKind == JsonValueKind.Array,
        "object" => value.ValueKind == JsonValueKind.Object,
        _ => false,
    };

    private void CheckAny(JsonElement schemas, JsonElement value, string place)
    {
        IReadOnlyList<string>[] faults = [.. schemas.EnumerateArray().Select(schema => FaultsOf(document, schema, value))];
        if (faults.All(of => of.Count > 0))
        {
            _faults.AddRange(faults.MinBy(of => of.Count)!.Select(fault => place + fault[1..]));
        }
    }

    private void CheckRequired(JsonElement names, JsonElement value, string place)
    {
        if (value.ValueKind == JsonValueKind.Object)
        {
            names.EnumerateArray().ToList().ForEach(name => Demand(value.TryGetProperty(name.GetString()!, out _), place, $"'{name}' is missing"));
        }
    }

    private void CheckMembers(JsonElement schema, JsonElement members, JsonElement value, string place)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            return;
        }

        foreach (JsonProperty member in value.EnumerateObject())
        {
            if (members.TryGetProperty(member.Name, out JsonElement known))
            {
                Check(known, member.Value, $"{place}.{member.Name}");
            }
            else
            {
                Demand(schema.TryGetProperty("additionalProperties", out _), place, $"'{member.Name}' is not in the schema");
            }
        }
    }

    private void CheckOthers(JsonElement schema, JsonElement rule, JsonElement value, string place)
    {
        if (value.ValueKind != JsonValueKind.Object || rule.ValueKind == JsonValueKind.True)
        {
            return;
        }

        bool hasMembers = schema.TryGetProperty("properties", out JsonElement members);
        foreach (JsonProperty member in value.EnumerateObject().Where(member => !hasMembers || !members.TryGetProperty(member.Name, out _)))
        {
            Demand(rule.ValueKind != JsonValueKind.False, place, $"'{member.Name}' is not allowed");
            if (rule.ValueKind == JsonValueKind.Object)
            {
                Check(rule, member.Value, $"{place}.{member.Name}");
            }
        }
    }

    private void CheckItems(JsonElement schema, JsonElement value, string place)
    {
        if (value.ValueKind == JsonValueKind.Array)
        {
            int at = 0;
            value.EnumerateArray().ToList().ForEach(item => Check(schema, item, $"{place}[{at++}]"));
        }
    }

    private void Demand(bool condition, string place, string fault)
    {
        if (!condition)
        {
            _faults.Add($"{place}: {fault}");
        }
    }
}
