namespace SearchIndex.Engine.Util.Simd;

/// <summary>
/// Tells a kernel whether it may use vectors. A kernel takes it as a struct type parameter, so that the JIT drops the other branch,
/// and tests and benchmarks can ask for either body by type.
/// </summary>
internal interface IVectorProbe
{
    /// <summary>Gets whether vectors of 256 bits are there and memory is little-endian, as the kernels assume.</summary>
    static abstract bool HasVector256 { get; }

    /// <summary>Gets whether vectors of 128 bits are there.</summary>
    static abstract bool HasVector128 { get; }
}
