namespace SearchIndex.Server.Configuration;

/// <summary>How many values a setting takes.</summary>
public enum SettingKind
{
    /// <summary>Exactly one.</summary>
    One,

    /// <summary>One or more: an array in the file, parted by semicolons in a variable, the argument several times.</summary>
    Many,

    /// <summary><c>true</c> or <c>false</c>; the argument alone is true.</summary>
    Switch,
}
