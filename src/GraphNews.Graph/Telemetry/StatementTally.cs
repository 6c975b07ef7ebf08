namespace GraphNews.Graph.Telemetry;

/// <summary>The statements that one connection ran for an operation, and the rows that they gave. One statement runs at a time.</summary>
internal sealed class StatementTally
{
    /// <summary>How many statements.</summary>
    public int Statements { get; private set; }

    /// <summary>How many rows they read or wrote.</summary>
    public long Rows { get; private set; }

    public void Add(long rows)
    {
        Statements++;
        Rows += rows;
    }

    /// <summary>Takes up those of another connection.</summary>
    public void Add(StatementTally other)
    {
        Statements += other.Statements;
        Rows += other.Rows;
    }
}
