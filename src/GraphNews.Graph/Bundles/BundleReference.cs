namespace GraphNews.Graph.Bundles;

/// <summary>How a record names the node that it points at.</summary>
internal abstract record BundleReference
{
    /// <summary>By its slug, in the bundle or in the graph.</summary>
    public sealed record BySlug(string Slug) : BundleReference
    {
        /// <inheritdoc/>
        public override string ToString() => $"'{Slug}'";
    }

    /// <summary>By the key that a record of the same bundle gives itself.</summary>
    public sealed record ByKey(string Key) : BundleReference
    {
        /// <inheritdoc/>
        public override string ToString() => $"key '{Key}'";
    }

    /// <summary>By a key of somebody else's scheme, in the bundle or in the graph.</summary>
    public sealed record ByIdentifier(string Scheme, string Value) : BundleReference
    {
        /// <inheritdoc/>
        public override string ToString() => $"{Scheme} '{Value}'";
    }

    /// <summary>By the number of a node of the graph.</summary>
    public sealed record ById(long Id) : BundleReference
    {
        /// <inheritdoc/>
        public override string ToString() => $"id {Id}";
    }

    /// <summary>By a name that only one node of the wanted kind has. Editors may; bundles do not guess.</summary>
    public sealed record ByName(string Name) : BundleReference
    {
        /// <inheritdoc/>
        public override string ToString() => $"name '{Name}'";
    }

    /// <summary>An article, by its address.</summary>
    public sealed record ByUrl(string Url) : BundleReference
    {
        /// <inheritdoc/>
        public override string ToString() => $"url '{Url}'";
    }

    /// <summary>A country, by its alpha-2 code.</summary>
    public sealed record ByCode(string Code) : BundleReference
    {
        /// <inheritdoc/>
        public override string ToString() => $"code '{Code}'";
    }
}
