using System.Data.Common;
using System.Linq.Expressions;
using GraphNews.Graph.Meetings;
using GraphNews.Graph.Model;
using GraphNews.Graph.Walk;

namespace GraphNews.Graph.Network;

/// <summary>Counts meetings by what they have in common, in one statement whatever groups are made of.</summary>
internal static class MeetingGroups
{
    /// <summary>What a group can be made of, and the columns that tell it.</summary>
    private static readonly Dictionary<string, string[]> _columns = new(StringComparer.Ordinal)
    {
        ["YEAR"] = [nameof(MeetingColumns.Year)],
        ["MONTH"] = [nameof(MeetingColumns.Year), nameof(MeetingColumns.Month)],
        ["KIND"] = [nameof(MeetingColumns.Kind)],
        ["COUNTRY"] = [nameof(MeetingColumns.Country)],
        ["AGENCY"] = [nameof(MeetingColumns.Agency)],
        ["TOPIC"] = [nameof(MeetingColumns.Topic)],
    };

    /// <summary>Counts the groups.</summary>
    /// <param name="reader">Reads the graph.</param>
    /// <param name="groups">What groups are made of: values of the enum <c>MeetingStatGroup</c>.</param>
    /// <param name="where">Which meetings count; null for all.</param>
    /// <param name="cancel">Ends the statement.</param>
    public static Task<List<MeetingStat>> CountAsync(GraphReader reader, IReadOnlyList<string> groups, FilterNode? where, CancellationToken cancel)
    {
        var columns = groups.SelectMany(group => _columns[group]).Distinct(StringComparer.Ordinal).ToList();
        return reader.RunAsync(
            key =>
            {
                key.Add("meeting stats");
                foreach (var column in columns) key.Add(column);
                where?.Describe(key);
            },
            scope => CompiledStatement.Compile(scope, Counts(Rows(scope, columns, where), columns), columns.Count + 1),
            (statement, snapshot, values, token) => statement.ReadAsync(snapshot, values, row => Read(row, columns), token),
            cancel);
    }

    /// <summary>A row for each meeting, or for each of its agencies and topics where these tell groups.</summary>
    private static IQueryable<MeetingColumns> Rows(StatementScope scope, List<string> columns, FilterNode? filter)
    {
        var context = scope.Context;
        var meetings = context.Meetings.Where(meeting => meeting.HiddenSince == null);
        if (filter is not null) meetings = meetings.Where(filter.On<Meeting>(scope));

        // A date that may lie in two years is of neither; so is an unknown one, and one that is open.
        var rows = meetings.Select(meeting => new MeetingColumns
        {
            Id = meeting.Id,
            Year = meeting.Starts.Text != "" && meeting.Starts.Earliest.Year == meeting.Starts.Latest.Year ? meeting.Starts.Earliest.Year : null,
            Month = meeting.Starts.Text != "" && meeting.Starts.Earliest.Year == meeting.Starts.Latest.Year && meeting.Starts.Earliest.Month == meeting.Starts.Latest.Month
                ? meeting.Starts.Earliest.Month
                : null,
            Kind = meeting.Kind,
        });
        if (columns.Contains(nameof(MeetingColumns.Agency)) || columns.Contains(nameof(MeetingColumns.Country)))
        {
            rows = from row in rows
                   from participation in context.Participations
                       .Where(part => part.HiddenSince == null && part.AgencyId != null && part.MeetingId == row.Id).DefaultIfEmpty()
                   select new MeetingColumns
                   {
                       Id = row.Id, Year = row.Year, Month = row.Month, Kind = row.Kind,
                       Agency = participation!.AgencyId, Country = participation.Agency!.CountryId,
                   };
        }

        return !columns.Contains(nameof(MeetingColumns.Topic))
            ? rows
            : from row in rows
              from link in context.MeetingTopics.Where(link => link.HiddenSince == null && link.MeetingId == row.Id).DefaultIfEmpty()
              select new MeetingColumns
              {
                  Id = row.Id, Year = row.Year, Month = row.Month, Kind = row.Kind, Agency = row.Agency, Country = row.Country,
                  Topic = (long?)link!.TopicId,
              };
    }

    private static MethodCallExpression Counts(IQueryable<MeetingColumns> rows, List<string> columns)
    {
        // Only the columns that tell groups: SQL Server groups by no constant.
        var row = Expression.Parameter(typeof(MeetingColumns), "row");
        var key = Expression.MemberInit(
            Expression.New(typeof(MeetingColumns)),
            columns.Select(column => (MemberBinding)Expression.Bind(typeof(MeetingColumns).GetProperty(column)!, Expression.Property(row, column))));
        var grouped = rows.GroupBy(Expression.Lambda<Func<MeetingColumns, MeetingColumns>>(key, row), found => found.Id);

        var group = Expression.Parameter(typeof(IGrouping<MeetingColumns, long>), "group");
        var ids = Expression.Call(typeof(Enumerable), nameof(Enumerable.Distinct), [typeof(long)], group);
        var shown = columns.Select(column => Expression.Property(Expression.Property(group, "Key"), column))
            .Append<Expression>(Expression.Call(typeof(Enumerable), nameof(Enumerable.Count), [typeof(long)], ids))
            .Select(value => Expression.Convert(value, typeof(object)));
        return Expression.Call(
            typeof(Queryable), nameof(Queryable.Select), [group.Type, typeof(object[])],
            grouped.Expression, Expression.Quote(Expression.Lambda(Expression.NewArrayInit(typeof(object), shown), group)));
    }

    private static MeetingStat Read(DbDataReader row, List<string> columns)
    {
        return new MeetingStat
        {
            Year = Number(nameof(MeetingColumns.Year)),
            Month = Number(nameof(MeetingColumns.Month)),
            Kind = At(nameof(MeetingColumns.Kind)) is { } kind ? EnumNames.Parse<MeetingKind>(row.GetString(kind)) : null,
            CountryId = Id(nameof(MeetingColumns.Country)),
            AgencyId = Id(nameof(MeetingColumns.Agency)),
            TopicId = Id(nameof(MeetingColumns.Topic)),
            Count = row.GetInt32(columns.Count),
        };

        int? At(string column) => columns.IndexOf(column) is >= 0 and var ordinal && !row.IsDBNull(ordinal) ? ordinal : null;
        int? Number(string column) => At(column) is { } ordinal ? row.GetInt32(ordinal) : null;
        long? Id(string column) => At(column) is { } ordinal ? row.GetInt64(ordinal) : null;
    }

    private sealed class MeetingColumns
    {
        public long Id { get; set; }

        public int? Year { get; set; }

        public int? Month { get; set; }

        public MeetingKind Kind { get; set; }

        public long? Country { get; set; }

        public long? Agency { get; set; }

        public long? Topic { get; set; }
    }
}
