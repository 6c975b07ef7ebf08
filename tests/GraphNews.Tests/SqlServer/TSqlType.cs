namespace GraphNews.Tests.SqlServer;

/// <summary>
/// The type of an expression: its name in T-SQL without a length; the column that it comes from, if it is one, or the
/// text that it always has.
/// </summary>
internal sealed record TSqlType(string Name, string? Table = null, string? Column = null, string? Constant = null)
{
    /// <summary>The type of NULL, which goes with every other.</summary>
    public static readonly TSqlType Null = new("null");

    public static readonly TSqlType Int = new("int");

    public static readonly TSqlType BigInt = new("bigint");

    public static readonly TSqlType Text = new("nvarchar");

    /// <summary>Of whole numbers beyond int as well: what is chosen between one and an int is read as neither.</summary>
    public static readonly TSqlType Numeric = new("numeric");

    private bool IsNumber => Name is "bigint" or "int" or "float" or "bit" or "numeric";

    /// <summary>
    /// Whether the two are compared without a conversion that could fail, lose something, or keep an index from being
    /// used: numbers go with numbers, everything else with its own kind.
    /// </summary>
    public bool GoesWith(TSqlType other)
        => Name == other.Name || this == Null || other == Null || (IsNumber && other.IsNumber);

    /// <summary>The type of a choice between the two.</summary>
    public TSqlType Or(TSqlType other)
    {
        if (this == Null) return other;
        if (other == Null || Name == other.Name) return this with { Table = Table ?? other.Table, Column = Column ?? other.Column };
        return new[] { "float", "numeric", "bigint" }.FirstOrDefault(name => Name == name || other.Name == name) is { } wider ? new TSqlType(wider) : Int;
    }

    public override string ToString() => Column is null ? Name : $"{Name} ({Table}.{Column})";
}
