namespace SearchIndex.Engine.Tests.Store;

/// <summary>A fault that the test asked for.</summary>
internal sealed class InjectedFaultException(string message) : IOException(message);
