using System.Globalization;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using GraphNews.Graph.Errors;

namespace GraphNews.Server.Operations;

/// <summary>The answers that one subscriber has not taken yet. When there are too many, it ends and says why.</summary>
/// <param name="most">The most answers.</param>
/// <param name="left">Is told when the subscriber leaves.</param>
internal sealed class SubscriberQueue(int most, Action<SubscriberQueue> left)
{
    private readonly Channel<StreamedAnswer> _answers = Channel.CreateBounded<StreamedAnswer>(new BoundedChannelOptions(most) { SingleReader = true });

    /// <summary>Adds an answer.</summary>
    public void Add(StreamedAnswer answer)
    {
        if (_answers.Writer.TryWrite(answer)) return;

        End(new GraphException(
            ErrorCodes.SlowClient,
            string.Create(CultureInfo.InvariantCulture, $"More than {most} answers wait: they are read more slowly than they come. Subscribe again; the field changes goes on where you were.")));
    }

    /// <summary>Ends after what was added.</summary>
    /// <param name="fault">Why; null if there is nothing more to tell.</param>
    public void End(Exception? fault) => _answers.Writer.TryComplete(fault);

    /// <summary>The subscriber is gone.</summary>
    public void Leave() => left(this);

    /// <summary>The answers as they come. The end of the enumeration is to leave.</summary>
    public async IAsyncEnumerable<StreamedAnswer> ReadAsync([EnumeratorCancellation] CancellationToken cancel = default)
    {
        try
        {
            await foreach (var answer in _answers.Reader.ReadAllAsync(cancel)) yield return answer;
        }
        finally
        {
            Leave();
        }
    }
}
