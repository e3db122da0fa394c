namespace SearchIndex.Server.Tests.Browser.Steps;

/// <summary>One thing that a reader does, and what must be seen then.</summary>
/// <param name="Does">What the reader does.</param>
/// <param name="Sees">What must be seen.</param>
/// <param name="Run">Does it, and looks.</param>
/// <param name="NeedsScripts">Whether it is comfort that a script adds.</param>
internal sealed record ReaderStep(string Does, string Sees, Func<Reader, Task> Run, bool NeedsScripts = false);
