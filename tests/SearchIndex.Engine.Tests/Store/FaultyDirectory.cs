using SearchIndex.Engine.Store;

namespace SearchIndex.Engine.Tests.Store;

/// <summary>
/// A directory in memory that behaves as badly as a disk may: operations fail, the disk runs full, and a crash loses what was not synced
/// — contents that no <see cref="Sync"/> named, and names (made, changed, deleted) since the last <see cref="SyncMetadata"/>, each on its
/// own or in order.
/// </summary>
internal sealed class FaultyDirectory : IndexDirectory
{
    private readonly Lock _lock = new();
    private readonly SortedDictionary<string, FaultyFile> _names = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, FaultyFile> _durableNames;
    private readonly List<NameChange> _changes = [];
    private readonly HashSet<string> _locks = [];
    private FaultPlan _plan = FaultPlan.None;
    private int _operations;
    private long _written;

    public FaultyDirectory()
        : this(new SortedDictionary<string, FaultyFile>(StringComparer.Ordinal))
    {
    }

    private FaultyDirectory(SortedDictionary<string, FaultyFile> names)
    {
        _names = names;
        _durableNames = new SortedDictionary<string, FaultyFile>(names, StringComparer.Ordinal);
    }

    /// <summary>Gets or sets what goes wrong from now on.</summary>
    public FaultPlan Plan
    {
        get => _plan;
        set
        {
            _plan = value;
            _operations = 0;
            _written = 0;
            Faults = 0;
        }
    }

    /// <summary>Gets how many operations failed under the plan.</summary>
    public int Faults { get; private set; }

    /// <summary>Gets whether the crash of the plan happened: nothing works any more.</summary>
    public bool IsCrashed { get; private set; }

    /// <summary>Gets how many inputs and outputs were opened and not closed.</summary>
    public int OpenHandles { get; private set; }

    /// <summary>Returns the directory that a process finds after the crash.</summary>
    public FaultyDirectory AfterCrash(Random random)
    {
        lock (_lock)
        {
            bool inOrder = random.Next(2) == 0;
            int kept = random.Next(_changes.Count + 1);
            var names = new SortedDictionary<string, FaultyFile>(_durableNames, StringComparer.Ordinal);
            for (int index = 0; index < _changes.Count; index++)
            {
                if (inOrder ? index < kept : random.Next(2) == 0)
                {
                    _changes[index].Apply(names);
                }
            }

            Dictionary<FaultyFile, FaultyFile> left = names.Values.Distinct().ToDictionary(file => file, file => file.AfterCrash(random));
            return new FaultyDirectory(new SortedDictionary<string, FaultyFile>(
                names.ToDictionary(name => name.Key, name => left[name.Value]), StringComparer.Ordinal));
        }
    }

    public override IReadOnlyList<string> ListAll() => Do("list", () => _names.Keys.ToArray());

    public override bool FileExists(string name)
    {
        lock (_lock)
        {
            return _names.ContainsKey(name);
        }
    }

    public override long FileLength(string name) => Do($"length of {name}", () => Find(name).Length);

    public override IndexOutput CreateOutput(string name) => Do($"create {name}", () =>
    {
        if (_names.ContainsKey(name))
        {
            throw new IOException($"file {name} is there already");
        }

        var file = new FaultyFile();
        Change(new NameChange(null, name, file));
        OpenHandles++;
        return new IndexOutput(name, new FaultyStream(this, name, file));
    });

    public override IndexInput OpenInput(string name) => Do($"open {name}", () =>
    {
        FaultyFile file = Find(name);
        OpenHandles++;
        return new IndexInput(name, new FaultyByteSource(file.Bytes, CloseHandle));
    });

    public override void DeleteFile(string name) => Do($"delete {name}", () =>
    {
        _written -= Find(name).Length;
        Change(new NameChange(name, null, Find(name)));
        return true;
    });

    public override void Rename(string source, string destination) => Do($"rename {source} to {destination}", () =>
    {
        if (_names.ContainsKey(destination))
        {
            throw new IOException($"file {destination} is there already");
        }

        Change(new NameChange(source, destination, Find(source)));
        return true;
    });

    public override void Sync(IReadOnlyCollection<string> names)
    {
        foreach (string name in names)
        {
            Do($"sync {name}", () =>
            {
                Find(name).Sync();
                return true;
            });
        }
    }

    public override void SyncMetadata() => Do("sync names", () =>
    {
        _changes.ForEach(change => change.Apply(_durableNames));
        _changes.Clear();
        return true;
    });

    public override IDisposable ObtainLock(string name)
    {
        lock (_lock)
        {
            return _locks.Add(name) ? new HeldLock(this, name) : throw new LockObtainFailedException($"lock {name} is held already");
        }
    }

    /// <summary>Writes as much as the plan lets through.</summary>
    public void Write(string name, FaultyFile file, ReadOnlySpan<byte> bytes)
    {
        lock (_lock)
        {
            string operation = $"write {bytes.Length} bytes of {name}";
            bool fails = Before(operation);
            bool full = _plan.Kind == FaultKind.DiskFull && _written + bytes.Length > _plan.AtOperation;
            int fitting = full ? (int)Math.Max(0, _plan.AtOperation - _written) : bytes.Length;
            file.Append(bytes[..fitting]);
            _written += fitting;
            if (fails || full)
            {
                throw Fault(operation);
            }
        }
    }

    public void CloseHandle()
    {
        lock (_lock)
        {
            OpenHandles--;
        }
    }

    private T Do<T>(string operation, Func<T> effect)
    {
        lock (_lock)
        {
            bool fails = Before(operation);
            T result = effect();
            if (fails)
            {
                (result as IDisposable)?.Dispose();
                throw Fault(operation);
            }

            return result;
        }
    }

    /// <summary>Throws when the operation fails without effect; returns whether it fails after its effect.</summary>
    private bool Before(string operation)
    {
        if (IsCrashed)
        {
            throw Fault(operation);
        }

        if (_plan.IsSlow)
        {
            Thread.Yield();
        }

        _operations++;
        bool now = _operations >= _plan.AtOperation && _operations - _plan.AtOperation < _plan.Operations;
        switch (_plan.Kind)
        {
            case FaultKind.Crash when now:
                IsCrashed = true;
                throw Fault(operation);
            case FaultKind.ErrorBefore when now:
                throw Fault(operation);
            case FaultKind.ErrorAfter when now:
                return true;
            default:
                return false;
        }
    }

    private InjectedFaultException Fault(string operation)
    {
        Faults++;
        return new InjectedFaultException($"{_plan.Kind} at operation {_operations}: {operation}");
    }

    private void Change(NameChange change)
    {
        change.Apply(_names);
        _changes.Add(change);
    }

    private FaultyFile Find(string name) =>
        _names.TryGetValue(name, out FaultyFile? file) ? file : throw new FileNotFoundException($"file {name} is not there", name);

    private sealed class HeldLock(FaultyDirectory directory, string name) : IDisposable
    {
        public void Dispose()
        {
            lock (directory._lock)
            {
                directory._locks.Remove(name);
            }
        }
    }

    /// <summary>A file loses a name, gets one, or both in one step.</summary>
    private sealed record NameChange(string? Old, string? New, FaultyFile File)
    {
        public void Apply(SortedDictionary<string, FaultyFile> names)
        {
            if (Old is not null)
            {
                names.Remove(Old);
            }

            if (New is not null)
            {
                names[New] = File;
            }
        }
    }
}
