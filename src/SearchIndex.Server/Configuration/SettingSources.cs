using System.Collections;
using System.Text.Json;
using SearchIndex.Server.Collections;

namespace SearchIndex.Server.Configuration;

/// <summary>Where settings come from: the file, then the environment, which is stronger; arguments are stronger still.</summary>
public static class SettingSources
{
    /// <summary>The variable that names the file.</summary>
    public const string FileVariable = Setting.VariablePrefix + "CONFIG";

    private static readonly JsonDocumentOptions Format = new()
    {
        CommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        AllowDuplicateProperties = false,
    };

    /// <summary>Reads the settings of a file: a JSON object; comments are allowed.</summary>
    /// <exception cref="SettingException">It is missing, is no such object, has a key that is none, or archives that lack what they need.</exception>
    public static IReadOnlyList<GivenSetting> ReadFile(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        string folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        try
        {
            using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(path), Format);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? [.. document.RootElement.EnumerateObject().SelectMany(member => member.Name == CollectionSettings.Key
                    ? OfCollections(path, folder, member.Value)
                    : [Given(path, folder, member, ServiceSettings.All)])]
                : throw new SettingException($"{path} is no file of settings; give a JSON object such as {{\"rate-limit\": 600}}");
        }
        catch (JsonException problem)
        {
            throw new SettingException($"{path} is no JSON: {problem.Message}", problem);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new SettingException($"the file of settings {path} cannot be read: {problem.Message}", problem);
        }
    }

    /// <summary>Reads the settings of an environment; variables that are not ours are left alone.</summary>
    public static IReadOnlyList<GivenSetting> ReadEnvironment(IDictionary variables)
    {
        ArgumentNullException.ThrowIfNull(variables);
        var given = new List<GivenSetting>();
        foreach (Setting setting in ServiceSettings.All)
        {
            string? name = ((string?[])[setting.Variable, setting.OtherVariable]).FirstOrDefault(name => name is not null && variables[name] is string { Length: > 0 });
            if (name is not null && variables[name] is string text)
            {
                string[] values = setting.Kind == SettingKind.Many
                    ? text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                    : [text];
                given.Add(new GivenSetting(name, setting, At(setting, Directory.GetCurrentDirectory(), values)));
            }
        }

        return given;
    }

    /// <summary>Returns values whose paths, if they are some, are whole.</summary>
    public static IReadOnlyList<string> At(Setting setting, string folder, IReadOnlyList<string> values)
    {
        ArgumentNullException.ThrowIfNull(setting);
        ArgumentNullException.ThrowIfNull(values);
        return setting.IsPath ? [.. values.Select(value => value.Length == 0 ? value : Path.GetFullPath(value, folder))] : values;
    }

    /// <summary>Reads the archives of a file: an object whose keys are their names.</summary>
    private static IEnumerable<GivenSetting> OfCollections(string path, string folder, JsonElement collections) =>
        collections.ValueKind == JsonValueKind.Object && collections.EnumerateObject().Any()
            ? collections.EnumerateObject().SelectMany(collection => OfCollection(path, folder, collection))
            : throw new SettingException($"{path}: '{CollectionSettings.Key}' names no archive; give an object such as {{\"dw\": {{\"index\": \"index-data/dw\"}}}}");

    private static IEnumerable<GivenSetting> OfCollection(string path, string folder, JsonProperty collection)
    {
        string key = $"{path}: {CollectionSettings.Key}.{collection.Name}";
        if (!CollectionName.IsAllowed(collection.Name))
        {
            throw new SettingException($"{path}: {CollectionSettings.Key} '{collection.Name}' is not allowed; give {CollectionName.Allowed}");
        }

        return collection.Value.ValueKind == JsonValueKind.Object && collection.Value.TryGetProperty(CollectionSettings.Index, out _)
            ? collection.Value.EnumerateObject().Select(member => Given(key, folder, member, CollectionSettings.All) with { Collection = collection.Name })
            : throw new SettingException($"{key} lacks '{CollectionSettings.Index}'; give an object such as {{\"index\": \"index-data/{collection.Name}\"}}");
    }

    private static GivenSetting Given(string place, string folder, JsonProperty member, IReadOnlyList<Setting> known)
    {
        Setting setting = known.FirstOrDefault(setting => setting.Name == member.Name)
            ?? throw new SettingException($"{place}: there is no setting '{member.Name}'; give one of {NamesOf(known)}");
        string[] values = member.Value.ValueKind == JsonValueKind.Array && setting.Kind == SettingKind.Many
            ? [.. member.Value.EnumerateArray().Select(TextOf)]
            : [TextOf(member.Value)];
        return new GivenSetting($"{place}: {setting.Name}", setting, At(setting, folder, values));
    }

    private static string NamesOf(IReadOnlyList<Setting> known)
    {
        string names = string.Join(", ", known.Select(setting => setting.Name));
        return known == ServiceSettings.All ? $"{names}, {CollectionSettings.Key}" : names;
    }

    private static string TextOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        JsonValueKind.Number => value.GetRawText(),
        _ => string.Empty, // Nothing of another kind is a value; none takes an empty one.
    };
}
